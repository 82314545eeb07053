#!/bin/sh
# Builds dist/studyapp (the one-folder bundle) and dist/studyapp_VERSION_ARCH.deb from it, with Debian's own tools.
# Reproducible on one system: set SOURCE_DATE_EPOCH, or the time of the last commit is taken.
set -eu
umask 022
unset PYTHONPATH
cd "$(dirname "$0")/../.."
python=.venv-package/bin/python
version=$($python -c 'from studyapp import bundle; print(bundle.version())')
architecture=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0

document() { $python packaging/linux/documents.py "$1" "$SOURCE_DATE_EPOCH"; }

rm -rf build/pyinstaller build/deb dist/studyapp
$python -m PyInstaller --noconfirm --log-level ERROR --workpath build/pyinstaller --distpath dist packaging/studyapp.spec
find dist/studyapp -xtype l -delete
$python packaging/licences.py dist/studyapp/_internal dist/studyapp/licences

root=build/deb
documents=$root/usr/share/doc/studyapp
mkdir -p $root/DEBIAN $root/usr/bin $root/usr/lib $root/usr/share/applications $root/usr/share/metainfo "$documents"
cp -a dist/studyapp $root/usr/lib/
find $root/usr/lib/studyapp -type f -exec chmod 644 {} +
chmod 755 $root/usr/lib/studyapp/studyapp
mv $root/usr/lib/studyapp/licences "$documents/licences"
ln -s ../lib/studyapp/studyapp $root/usr/bin/studyapp

cp packaging/linux/studyapp.desktop $root/usr/share/applications/
sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date --utc --date=@"$SOURCE_DATE_EPOCH" +%F)/" \
    -e "s/@KIND@/$(document release)/" \
    packaging/linux/io.github.studyapp.metainfo.xml >$root/usr/share/metainfo/io.github.studyapp.metainfo.xml
QT_QPA_PLATFORM=offscreen $python packaging/draw_icon.py resources/icons/app.svg build/icon 16 24 32 48 64 128 256
for size in 16 24 32 48 64 128 256; do
    install -D -m 644 build/icon/$size.png $root/usr/share/icons/hicolor/${size}x$size/apps/studyapp.png
done
install -D -m 644 resources/icons/app.svg $root/usr/share/icons/hicolor/scalable/apps/studyapp.svg
{
    cat NOTICE LICENSE content/LICENSE
    printf '\nOn Debian systems the text of the LGPL-3.0 also lies at /usr/share/common-licenses/LGPL-3.\n'
} >"$documents/copyright"
mkdir -p $root/usr/share/man/man1
document changelog | gzip -9n >"$documents/changelog.gz"
document manual | gzip -9n >$root/usr/share/man/man1/studyapp.1.gz

# The bundle holds libraries of this system, so it needs a C library at least as new. Recommended is what it holds only a
# spare of (OpenGL, X11, fonts) and what it leaves out as part of the system: Wayland's libraries, without which X11 serves,
# and those of CUPS, without which one can still print into a PDF.
libc=$(ldd --version | sed -n '1s/.* //p')
cat >$root/DEBIAN/control <<CONTROL
Package: studyapp
Version: $version
Architecture: $architecture
Maintainer: The studyapp authors <studyapp@users.noreply.github.com>
Section: education
Priority: optional
Installed-Size: $(du -sk $root/usr | cut -f 1)
Depends: libc6 (>= $libc)
Recommends: libegl1, libgl1, libxcb1, fontconfig-config, libwayland-client0, libwayland-cursor0, libcups2 | libcups2t64
Description: study companion for Product Owners
 Read, compare, recall and test what a Product Owner needs to know, and prepare
 for PSPO and CSPO. Everything works offline, and every answer leads to the
 sentence that proves it.
CONTROL
(cd $root && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find $root -exec touch --no-dereference --date=@"$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build $root "dist/studyapp_${version}_$architecture.deb"
