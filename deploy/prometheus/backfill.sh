#!/bin/sh
# Gives Prometheus the simulated year that has been played, in simulated time; Grafana shows it a minute later (Året).
#   docker compose exec prometheus sh /etc/prometheus/backfill.sh [ADDRESS OF MELDINGSTELLER] [DATA OF PROMETHEUS]
set -eu
year=$(mktemp)
trap 'rm -f "$year"' EXIT
wget -qO "$year" "${1:-http://meldingsteller:8080}/flyt.om"
promtool tsdb create-blocks-from openmetrics --quiet "$year" "${2:-/prometheus}"
