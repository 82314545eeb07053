; UNTRIED: written on Linux, never compiled.
; Inno Setup: installs for the current user, so that no administrator is needed.
[Setup]
AppId=io.github.studyapp
AppName=Product Owner Study Companion
AppVersion={#Version}
AppPublisher=The studyapp authors
DefaultDirName={autopf}\Product Owner Study Companion
DefaultGroupName=Product Owner Study Companion
PrivilegesRequired=lowest
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=studyapp-{#Version}-setup
UninstallDisplayIcon={app}\studyapp.exe

[Files]
Source: "..\..\dist\studyapp\*"; DestDir: "{app}"; Flags: recursesubdirs

[Icons]
Name: "{group}\Product Owner Study Companion"; Filename: "{app}\studyapp.exe"
