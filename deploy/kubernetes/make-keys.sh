#!/usr/bin/env bash
# Makes the keys of a cluster and hands each user its own as a secret: deploy/kubernetes/make-keys.sh [DIR]. What is in DIR is kept.
set -euo pipefail
dir=${1:-.data/kubernetes-keys}
npx budstikka keys "$dir" --replicas epj=3,pleie-omsorg=3 --servers nats-0.nats,nats-1.nats,nats-2.nats
kubectl create namespace budstikka --dry-run=client -o yaml | kubectl apply -f -
secret() { kubectl -n budstikka create secret generic "$1" --from-file="$2" --dry-run=client -o yaml | kubectl apply -f -; }
for user in "$dir"/*/; do
  name=$(basename "$user")
  if [[ $name == nats ]]; then secret nats-keys "$user"; else secret "$name-key" "$user"; fi
done
