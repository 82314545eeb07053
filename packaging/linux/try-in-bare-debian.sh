#!/bin/sh
# Shows that a fresh Debian 12 with nothing but Python and make runs the checks and the program. Needs root, debootstrap, git.
#
#   try-in-bare-debian.sh ROOT COMMAND [FILE…]
#
# makes a bare root file system in the folder ROOT unless it is there, copies each FILE of this machine to the same place in
# it (say, where its package registries are configured), lays a clean clone of this repository at /root/studyapp and runs
# COMMAND there, for example 'make test && make run'. With OFFLINE=1 in the environment the command has no network.
set -eu
root=$1 command=$2
shift 2
source=$(cd "$(dirname "$0")/../.." && pwd)

[ -e "$root/etc/debian_version" ] || {
    debootstrap --variant=minbase --include=python3,make bookworm "$root"
}
for file in /etc/resolv.conf "$@"; do
    mkdir -p "$root$(dirname "$file")"
    cp -aL "$file" "$root$(dirname "$file")"
done
rm -rf "$root/root/studyapp"
git clone --quiet --no-hardlinks "$source" "$root/root/studyapp"

# What is mounted goes with the process, however it ends, and the devices are a few of this machine's, not its folder.
pip_settings=$(env | grep '^PIP_' || true)
export root command pip_settings
exec unshare --mount ${OFFLINE:+--net} sh -euc '
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for device in null zero full random urandom tty; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 $pip_settings \
    chroot "$root" sh -c "cd /root/studyapp && $command"
'
