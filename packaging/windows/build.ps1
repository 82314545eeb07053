# UNTRIED: written on Linux, never run on Windows.
# Builds dist\studyapp (the one-folder bundle) and, where Inno Setup is installed, dist\studyapp-VERSION-setup.exe.
$ErrorActionPreference = "Stop"
Set-Location "$PSScriptRoot\..\.."

py -3 -m venv .venv-package
$python = ".venv-package\Scripts\python.exe"
& $python -m pip install --require-hashes -r packaging\requirements\package.txt
& $python -m pip install --no-deps --no-build-isolation --force-reinstall .
$version = & $python -c "from studyapp import bundle; print(bundle.version())"

& $python packaging\draw_icon.py resources\icons\app.svg build\icon 256
& $python -c "from PySide6.QtGui import QImage; QImage('build/icon/256.png').save('build/icon/app.ico')"
& $python -m PyInstaller --noconfirm --workpath build\pyinstaller --distpath dist packaging\studyapp.spec
& $python packaging\licences.py dist\studyapp\_internal dist\studyapp\licences

if (Get-Command iscc -ErrorAction SilentlyContinue) {
    iscc /DVersion=$version packaging\windows\studyapp.iss
}
