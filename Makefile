# Each target alone sets up what it needs; packaging/set_up.sh does it, once for each state of the lock files.
.DEFAULT_GOAL := help
unexport PYTHONDONTWRITEBYTECODE # else every program that a test starts would compile all of its modules
.PHONY: run test check bench prove package format screenshots lock help

ready = .venv/ready-$(1)-$(shell (pwd -P; cat packaging/requirements/$(1).txt packaging/set_up.sh packaging/linux/system-packages.txt) | cksum | cut -d ' ' -f 1)
RUN := $(call ready,run)
DEV := $(call ready,dev)
# Some tests wait for what the program does by itself, so three of them at once keep two cores busy.
PYTEST := -m pytest -q -n 3 --dist worksteal
# Syncing to a disk is most of what the tests would wait for, so they work in memory where there is room; the proofs do not.
ROOM := $(shell df -Pk /dev/shm 2>/dev/null | awk -v id=$$PPID 'NR == 2 && $$4 > 3000000 { print "/dev/shm/studyapp-tests-" id }')
QUICK := $(PYTEST) $(if $(ROOM),--basetemp=$(ROOM))

.venv/ready-%:
	@sh packaging/set_up.sh $(firstword $(subst -, ,$*))
	@touch $@

run: $(RUN) ## open the window; without a display, run the tour and write its pictures to build/screens
	@if ! env -u QT_QPA_PLATFORM .venv/bin/python -c \
	        'import sys; from studyapp.ui.display import missing_display; sys.exit(bool(missing_display()))'; then \
	    echo "There is no display here, so this runs the tour; its pictures go to build/screens."; \
	    .venv/bin/studyapp tour --out build/screens; \
	else .venv/bin/studyapp; fi

test: check ## run every check and test, on the oldest and on the newest supported Python what may differ there
	@$(if $(ROOM),trap 'rm -rf $(ROOM)' EXIT;) set -e; rest="not prove"; if [ -d .venv-newest ]; then \
	    echo "Tests on $$(.venv-newest/bin/python --version)"; .venv-newest/bin/python $(QUICK) -m "not prove and not oldest"; \
	    rest="not prove and not newest"; fi; \
	echo "Tests on $$(.venv/bin/python --version)"; .venv/bin/python $(QUICK) -m "$$rest"

check: $(DEV) ## check style, types, imports and the bundled content, without the tests
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/studyapp check content

bench: ## measure starting, paging, answering and theming against bare Qt, answers beside Anki; figures go to build/bench.json
	@sh packaging/set_up.sh bench
	@QT_QPA_PLATFORM=offscreen .venv-bench/bin/python -m tests.bench

prove: $(DEV) ## run the long proofs: kills, power cuts, simulations, fuzzing, a full installation
	.venv/bin/python $(PYTEST) -m prove --timeout 3600 -o faulthandler_timeout=3600

package: ## build the one-folder bundle and the installer of this system into dist
	@sh packaging/set_up.sh package
	@sh packaging/$(if $(filter Darwin,$(shell uname)),macos,linux)/build.sh

format: $(DEV) ## lay out the code and mend what can be mended safely
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

screenshots: $(RUN) ## run the tour in light and dark, at 100 and 200 %, write its pictures to build/screens and renew README's
	.venv/bin/studyapp tour --out build/screens --themes light,dark
	.venv/bin/studyapp tour --out build/screens/200 --themes light,dark --zoom 200
	@mkdir -p docs/screenshots
	@cp build/screens/today-light.png docs/screenshots/today.png
	@cp build/screens/compare-light.png docs/screenshots/compare.png
	@for look in dark folded-light differences-light one-against-one-light 200-light choice-light; do \
	    cp build/screens/compare-$$look.png docs/screenshots/compare-$${look%-light}.png; \
	done
	@for page in exam-setup exam exam-review exam-result progress; do \
	    cp build/screens/$$page-light.png build/screens/$$page-dark.png docs/screenshots; \
	    cp build/screens/200/$$page-light.png docs/screenshots/$$page-200.png; \
	done
	@cp build/screens/exam-result-2-*.png build/screens/progress-[0-9]*.png docs/screenshots
	@cp build/screens/200/progress-2-light.png docs/screenshots/progress-forecast-200.png

lock: ## renew the lock files from pyproject.toml (needs uv)
	@for name in run dev package; do \
	    uv --no-config pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	        --custom-compile-command "make lock" pyproject.toml --group $$(echo $$name | sed s/run/build/) \
	        --output-file packaging/requirements/$$name.txt; \
	done

help: ## list what make can do here
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 13
