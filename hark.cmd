@echo off
rem Starts Hark on Windows: finds a JDK, builds on first use, trains the start-up cache, then runs Java.
rem HARK_JAVA_HOME names the JDK, HARK_MAVEN_REPO the local repository for the build,
rem HARK_JVM adds options for the JVM, HARK_AOT=no goes without the start-up cache.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "JAR=%HERE%\target\hark.jar"
if defined XDG_CACHE_HOME (set "CACHE=%XDG_CACHE_HOME%\hark") else (set "CACHE=%LOCALAPPDATA%\hark\cache\hark")
set "JDK="

call :try "%HARK_JAVA_HOME%"
if not defined JDK call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK call :try "%%~dpJ.."
if not defined JDK for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps") do for /d %%D in ("%%~R\*") do if not defined JDK call :try "%%~D"
if not defined JDK (
  echo Hark needs a Java development kit ^(JDK^), version 25 or newer, and found none: install one, for example Temurin 25, or let HARK_JAVA_HOME name its folder. 1>&2
  exit /b 69
)

if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
if exist "%JAR%" goto built
where mvn >nul 2>nul
if errorlevel 1 (
  echo Hark builds itself with Maven, and there is none: install Maven 3.8.1 or newer, then start Hark again. 1>&2
  exit /b 69
)
echo Hark builds itself; this happens once. 1>&2
set "REPO="
if defined HARK_MAVEN_REPO set "REPO=-Dmaven.repo.local=%HARK_MAVEN_REPO%"
set "BEFORE=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
if defined REPO (call mvn -B -f "%HERE%\pom.xml" -Dhark.install "%REPO%" package >"%CACHE%\build.log" 2>&1) else (call mvn -B -f "%HERE%\pom.xml" -Dhark.install package >"%CACHE%\build.log" 2>&1)
set "JAVA_HOME=%BEFORE%"
if not exist "%JAR%" (
  echo Hark could not be built; why stands in %CACHE%\build.log. Without a network the first build cannot fetch its libraries. 1>&2
  exit /b 69
)

:built
set "OPTIONS=-XX:+UseSerialGC -XX:-UsePerfData -Djava.awt.headless=true --sun-misc-unsafe-memory-access=allow -Djdk.reflect.useNativeAccessorOnly=true"
for %%F in ("%JAR%") do set "STAMP=%%~zF-%%~tF"
set "STAMP=%STAMP::=.%"
set "STAMP=%STAMP:/=.%"
set "STAMP=%STAMP: =_%"
set "AOT=%CACHE%\start-%STAMP%.aot"
if /i "%HARK_AOT%"=="no" goto start
if exist "%AOT%" goto start
echo Hark learns to start quickly; this happens once. 1>&2
del /q "%CACHE%\start-*.aot" 2>nul
"%JDK%\bin\java" "-XX:AOTCacheOutput=%AOT%" %OPTIONS% -XX:TieredStopAtLevel=1 "-Dhark.home=%HERE%" -jar "%JAR%" train >"%CACHE%\train.log" 2>&1 <nul
if not exist "%AOT%" type nul >"%AOT%"

:start
set "SIZE=-Xms48m -Xmn32m -Xmx640m -XX:TieredStopAtLevel=1"
if /i "%~1 %~2"=="work --voice" set "SIZE=-Xms48m -Xmn32m -Xmx640m"
if /i "%~1"=="hub" set "SIZE=-Xmx512m"
if /i "%~1"=="transcript" set "SIZE=-Xms176m -Xmn80m -Xmx12g -XX:MaxTenuringThreshold=0 -XX:TieredStopAtLevel=1"
"%JDK%\bin\java" "-XX:AOTCache=%AOT%" -Xlog:disable %OPTIONS% %SIZE% "-Dhark.home=%HERE%" %HARK_JVM% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:try
if "%~1"=="" goto :eof
if not exist "%~1\bin\javac.exe" goto :eof
if not exist "%~1\release" goto :eof
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
set FOUND=%FOUND:"=%
if %FOUND% geq 25 set "JDK=%~f1"
goto :eof
