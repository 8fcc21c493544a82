#!/usr/bin/env bash
# Installs the foreign readers of the tests.
set -euo pipefail
cd "$(dirname "$0")"
python3 -m venv ../../target/readers
../../target/readers/bin/pip install --quiet -r requirements.txt
npm install --no-audit --no-fund --silent
