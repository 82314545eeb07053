"""Tests of what the installers hold."""
