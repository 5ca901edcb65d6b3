/** The manifests of a cluster against Kubernetes' own schemas, and against what nobody may do there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { awaitedDurables, users } from '@budstikka/cli'
import * as apps from 'kubernetes-models/apps/v1'
import * as batch from 'kubernetes-models/batch/v1'
import * as policy from 'kubernetes-models/policy/v1'
import * as core from 'kubernetes-models/v1'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { serviceList } from './services.ts'

const base = join(import.meta.dirname, 'base')
const read = (path: string) => readFileSync(join(base, path), 'utf8')

const Manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({ template: z.looseObject({ spec: z.looseObject({}) }).optional() }).optional()
})
type Manifest = z.infer<typeof Manifest>

const { resources } = z.looseObject({ resources: z.array(z.string()) }).parse(parse(read('kustomization.yaml')))
const manifests = resources.flatMap((path): Manifest[] => {
  const documents: unknown[] = path.endsWith('.json')
    ? z.object({ items: z.array(z.unknown()) }).parse(JSON.parse(JSON.stringify(serviceList()))).items
    : parseAllDocuments(read(path)).map((document) => document.toJS())
  return documents.map((document) => Manifest.parse(document))
})
const named = manifests.map((manifest): [string, Manifest] => [`${manifest.kind} ${manifest.metadata.name}`, manifest])

const kinds: Readonly<Record<string, new (data: never) => { validate(): void }>> = {
  'apps/v1 StatefulSet': apps.StatefulSet,
  'batch/v1 Job': batch.Job,
  'policy/v1 PodDisruptionBudget': policy.PodDisruptionBudget,
  'v1 ConfigMap': core.ConfigMap,
  'v1 Namespace': core.Namespace,
  'v1 Service': core.Service
}

/** Throws with what is wrong. */
function judge(manifest: Manifest): void {
  const kind = kinds[`${manifest.apiVersion} ${manifest.kind}`]
  if (kind === undefined) throw new Error(`expected a kind that is known, got ${manifest.apiVersion} ${manifest.kind}`)
  // The class takes what it then judges.
  new kind(manifest as never).validate()
}

describe('the manifests', () => {
  it.each(named)('%s is valid by its schema', (_name, manifest) => {
    expect(() => judge(manifest)).not.toThrow()
  })

  it('would be refused with a number where a name belongs', () => {
    const set = manifests.find(({ kind }) => kind === 'StatefulSet')
    expect(() => judge({ ...set, spec: { ...set?.spec, serviceName: 1 } } as unknown as Manifest)).toThrow(
      /serviceName/
    )
  })

  it.each(named.filter(([, { spec }]) => spec?.template !== undefined))('%s runs nobody as root', (_name, { spec }) => {
    expect(spec?.template?.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          resources: { limits: { memory: expect.any(String) } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] }
          }
        }
      ]
    })
  })

  it('use images that are tagged, those of ours as they were built or loaded', () => {
    const texts = manifests.map((manifest) => JSON.stringify(manifest))
    const named = texts.flatMap((text) => [...text.matchAll(/"image":"([^"]+)","imagePullPolicy":"IfNotPresent"/g)])
    const all = texts.flatMap((text) => [...text.matchAll(/"image":"([^"]+)"/g)])
    expect(named.map(([, image]) => image)).toEqual(all.map(([, image]) => image))
    expect(named.filter(([, image = '']) => !/^(nats:\d\S+|budstikka\/[a-z-]+:latest)$/.test(image))).toEqual([])
  })

  it('give every service a key of its own', () => {
    const sets = manifests.filter(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name !== 'nats')
    const signedIn = users.map(({ name }) => name).filter((name) => !['cli', 'load', 'streams'].includes(name))
    expect(new Set(sets.map(({ metadata }) => metadata.name))).toEqual(new Set(signedIn))
  })

  it('trim nothing that a replica has not heard', () => {
    const text = JSON.stringify(manifests)
    const [, awaited = ''] = /"TRIM_AWAITS","value":"([^"]+)"/.exec(text) ?? []
    const heard = awaited.split(',').map((durable) => durable.replace(/-\d-of-\d/, ''))
    expect(new Set(heard)).toEqual(new Set(awaitedDurables))
    expect(awaited.split(',').filter((durable) => durable.startsWith('epj-2-of-3'))).toHaveLength(2)
  })
})
