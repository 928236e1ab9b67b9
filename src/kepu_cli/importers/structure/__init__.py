"""Paragraphs → the plans in them: which is an action, which a measure, which neither."""
