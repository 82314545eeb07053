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

unmount() { umount "$root/proc"; umount --recursive "$root/dev"; }
mount -t proc proc "$root/proc"
mount --rbind --make-rslave /dev "$root/dev"
trap unmount EXIT

pip_settings=$(env | grep '^PIP_' || true)
${OFFLINE:+unshare --net} env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 $pip_settings \
    chroot "$root" sh -c "cd /root/studyapp && $command"
