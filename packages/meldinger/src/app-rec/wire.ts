/** AppRec between XML and what it means. */
import type { AppRec } from '../app-rec.ts'
import { appRecStatus, receiverRole } from '../felles/code-names.ts'
import { typeCode } from '../formats.ts'
import { prefixesOf } from '../xml/prefixes.ts'
import type { XmlNode } from '../xml/node.ts'
import type { Fault } from '../xml/schema-fault.ts'
import { decode } from '../xml/schema-decode.ts'
import { encoderOf } from '../xml/schema-encode.ts'
import { addressOfHcp, hcpOf } from '../felles/hcp.ts'
import type { AppRecElement, AppRecVersion } from './schema.ts'
import { appRecNamespaces, appRecSchema, migVersions } from './schema.ts'

const made = new Map(
  [...appRecNamespaces].map(([namespace, version]) => {
    const schema = appRecSchema(namespace)
    return [version, { schema, write: encoderOf(schema, namespace, 'AppRec', prefixesOf(schema, namespace)) }]
  })
)

/** The AppRec that an element of the version's namespace means, or what is wrong with it. */
export function appRecOf(root: XmlNode, version: AppRecVersion): AppRec | { readonly faults: readonly Fault[] } {
  const outcome = decode(wireOf(version).schema, root)
  if (outcome.type === 'faults') return { faults: outcome.faults }
  const { value } = outcome
  const status = value.Status.V
  if (status !== '1' && status !== '2' && status !== '3') {
    return { faults: [{ path: 'AppRec/Status', expected: '1, 2 or 3 (list 8258)', came: 'another code' }] }
  }
  return { version, status, ...meaningOf(value) }
}

/** XML text without a declaration. */
export function writeAppRec(appRec: AppRec): string {
  return wireOf(appRec.version).write(elementOf(appRec))
}

function wireOf(version: AppRecVersion) {
  const wire = made.get(version)
  if (wire === undefined) throw new Error(`AppRec 1.0 or 1.1 was expected, ${version} came`)
  return wire
}

function meaningOf(value: AppRecElement): Omit<AppRec, 'version' | 'status'> {
  return {
    id: value.Id,
    genDate: value.GenDate,
    sender: addressOfHcp(value.Sender.HCP),
    role: value.Sender.Role?.V === 'COP' ? 'COP' : 'PRIM',
    receiver: addressOfHcp(value.Receiver.HCP),
    errors: (value.Error ?? []).map(({ V, S, DN, OT }) => ({
      code: V ?? '',
      codeSystem: S ?? '',
      name: DN ?? '',
      ...(OT !== undefined && { text: OT })
    })),
    original: {
      type: value.OriginalMsgId.MsgType.V ?? '',
      genDate: value.OriginalMsgId.IssueDate,
      id: value.OriginalMsgId.Id
    }
  }
}

function elementOf(appRec: AppRec): AppRecElement {
  const { version, original } = appRec
  return {
    MsgType: typeCode('APPREC'),
    MIGversion: migVersions[version],
    GenDate: appRec.genDate,
    Id: appRec.id,
    Sender: { Role: senderRole(appRec), HCP: hcpOf(appRec.sender) },
    Receiver: { Role: version === '1.1' ? { V: 'AVS', DN: 'Avsender' } : undefined, HCP: hcpOf(appRec.receiver) },
    Status: appRecStatus(appRec.status),
    Error: appRec.errors.map(({ code, codeSystem, name, text }) => ({ V: code, S: codeSystem, DN: name, OT: text })),
    OriginalMsgId: { MsgType: typeCode(original.type), IssueDate: original.genDate, Id: original.id }
  }
}

// 1.0 knows no PRIM: its REQ and SPR say who ordered and who serves, which a MsgHead does not tell. The role is optional there.
function senderRole({ version, role }: AppRec) {
  return version === '1.0' && role === 'PRIM' ? undefined : receiverRole(role)
}
