"""Mends and tidies a file by splicing its text: whatever needs no change stays as it is, to the byte."""
