/** The services in a cluster: a StatefulSet and a Service each, those that may be divided with several replicas. */
import { awaitedDurables, observers, services } from '@budstikka/cli'
import type { IStatefulSet } from 'kubernetes-models/apps/v1'
import type { IService } from 'kubernetes-models/v1'

/** Journal systems decide by partition alone; the others hold what must stand in one place. */
const divided: Readonly<Record<string, number>> = { epj: 3, 'pleie-omsorg': 3 }
const port = 8080
/** That `docker build -t budstikka/NAME` gives. */
const tag = 'latest'
const monitorUrls = [0, 1, 2].map((index) => `http://nats-${index}.nats:8222`).join(',')

export const serviceList = () => ({
  apiVersion: 'v1',
  kind: 'List',
  items: [...services, ...observers].flatMap((name) => [serviceOf(name), statefulSetOf(name)])
})

type Container = NonNullable<NonNullable<IStatefulSet['spec']>['template']['spec']>['containers'][number]

const labelsOf = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'budstikka' })

const serviceOf = (name: string): IService => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, labels: labelsOf(name) },
  spec: { clusterIP: 'None', selector: labelsOf(name), ports: [{ name: 'http', port }] }
})

const statefulSetOf = (name: string): IStatefulSet => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name, labels: labelsOf(name) },
  spec: {
    serviceName: name,
    replicas: divided[name] ?? 1,
    podManagementPolicy: 'Parallel',
    selector: { matchLabels: labelsOf(name) },
    template: {
      metadata: { labels: labelsOf(name) },
      spec: {
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 1000,
          fsGroup: 1000,
          seccompProfile: { type: 'RuntimeDefault' }
        },
        terminationGracePeriodSeconds: 20,
        containers: [containerOf(name)],
        volumes: [
          { name: 'key', secret: { secretName: `${name}-key`, defaultMode: 0o440 } },
          { name: 'tmp', emptyDir: {} }
        ]
      }
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } }
      }
    ]
  }
})

const containerOf = (name: string): Container => ({
  name,
  image: `budstikka/${name}:${tag}`,
  // One that is built here and loaded into the cluster is used as it is.
  imagePullPolicy: 'IfNotPresent',
  ports: [{ name: 'http', containerPort: port }],
  envFrom: [{ configMapRef: { name: 'budstikka' } }],
  env: [
    // The ordinal of the pod says which share is its own.
    { name: 'REPLICA', valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } } },
    { name: 'REPLICAS', value: String(divided[name] ?? 1) },
    ...(name === 'meldingsteller' ? [{ name: 'TRIM_AWAITS', value: awaited().join(',') }] : []),
    ...(name === 'nats-eksport' ? [{ name: 'NATS_MONITOR_URLS', value: monitorUrls }] : [])
  ],
  volumeMounts: [
    { name: 'data', mountPath: '/data' },
    { name: 'key', mountPath: '/key', readOnly: true },
    { name: 'tmp', mountPath: '/tmp' }
  ],
  resources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { memory: '192Mi' } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] }
  },
  startupProbe: { httpGet: { path: '/health/ready', port: 'http' }, periodSeconds: 2, failureThreshold: 60 },
  readinessProbe: { httpGet: { path: '/health/ready', port: 'http' }, periodSeconds: 5 },
  livenessProbe: { httpGet: { path: '/health/live', port: 'http' }, periodSeconds: 10 }
})

/** Every replica hears by durables of its own. */
const awaited = () =>
  awaitedDurables.flatMap((durable) => {
    const name = durable.replace(/-events$/, '')
    const replicas = divided[name] ?? 1
    if (replicas === 1) return [durable]
    return Array.from({ length: replicas }, (_, index) => durable.replace(name, `${name}-${index}-of-${replicas}`))
  })
