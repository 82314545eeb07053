#!/bin/sh
# UNTRIED: written on Linux, never run on macOS.
# Builds "dist/Product Owner Study Companion.app" and dist/studyapp-VERSION.dmg from it, unsigned.
set -eu
cd "$(dirname "$0")/../.."
python=.venv-package/bin/python
version=$($python -c 'from studyapp import bundle; print(bundle.version())')

icons=build/icon/app.iconset
for size in 16 32 128 256 512; do
    QT_QPA_PLATFORM=offscreen $python packaging/draw_icon.py resources/icons/app.svg build/icon $size $((size * 2))
    mkdir -p $icons
    cp build/icon/$size.png $icons/icon_${size}x$size.png
    cp build/icon/$((size * 2)).png $icons/icon_${size}x$size@2x.png
done
iconutil --convert icns --output build/icon/app.icns $icons

$python -m PyInstaller --noconfirm --workpath build/pyinstaller --distpath dist packaging/studyapp.spec
application="dist/Product Owner Study Companion.app"
$python packaging/licences.py "$application/Contents/Frameworks" "$application/Contents/Resources/licences"
hdiutil create -volname "Product Owner Study Companion" -srcfolder "$application" -format UDZO -ov "dist/studyapp-$version.dmg"
