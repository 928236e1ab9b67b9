@echo off
rem ASCII only: what is Chinese is printed by install.py, which knows the console.
setlocal
set "HERE=%~dp0"
py -3 -c "" >nul 2>nul && (set "PYTHON=py -3") || (set "PYTHON=python")
%PYTHON% -c "" >nul 2>nul || goto missing
%PYTHON% "%HERE%install.py" %*
set "CODE=%ERRORLEVEL%"
if "%~1"=="" pause
exit /b %CODE%

:missing
echo Python 3.11 or newer is not installed on this computer; the file that opens now tells more.
for %%f in ("%HERE%*.txt") do start "" notepad "%%f"
pause
exit /b 1
