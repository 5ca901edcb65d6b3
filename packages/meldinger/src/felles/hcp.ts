/** Between an address of a MsgHead and the HCP of an AppRec or of a standard without a MsgHead (HITS 1168 §11, AD2.12–AD2.15). */
import { identKind } from './code-names.ts'
import type { Address, Ident } from '../melding.ts'
import type { DeepPartial } from '../xml/schema-decode.ts'
import type { HcpElement } from './hcp-schema.ts'

type Named = { readonly name: string; readonly idents: readonly Ident[] }

/** Organisation → Inst, its service → Dept, its person → HCPerson; the person is left out where there is a service. */
export function hcpOf(address: Address): HcpElement {
  const { organisation, service, person } = address
  const professional = person && { name: wholeName(person), idents: person.idents }
  if (professional && organisation.name === '' && organisation.idents.length === 0) {
    return { HCProf: namedElement(professional) }
  }
  return {
    Inst: {
      ...namedElement(organisation),
      Dept: service && [namedElement(service)],
      HCPerson: professional && !service ? [namedElement(professional)] : undefined
    }
  }
}

export function addressOfHcp({ Inst, HCProf }: DeepPartial<HcpElement>): Address {
  const [service, person] = [Inst?.Dept?.[0], HCProf ?? Inst?.HCPerson?.[0]]
  return {
    organisation: namedOf(Inst ?? {}),
    ...(service && { service: namedOf(service) }),
    ...(person && { person: personOf(namedOf(person)) })
  }
}

type NamedElement = {
  readonly Name?: string | undefined
  readonly Id?: string | undefined
  readonly TypeId?: { readonly V?: string | undefined } | undefined
  readonly AdditionalId?:
    | readonly { readonly Id: string; readonly Type: { readonly V?: string | undefined } }[]
    | undefined
}

// The HER-id is the identifier by which answers are addressed (AD2.12-2.15); the others are additional.
function namedElement({ name, idents }: Named): NamedElement {
  const main = idents.find(({ kind }) => kind === 'HER') ?? idents[0]
  const others = idents.filter((ident) => ident !== main)
  return {
    Name: name,
    Id: main?.id,
    TypeId: main && identKind(main.kind),
    AdditionalId: others.length > 0 ? others.map(({ id, kind }) => ({ Id: id, Type: identKind(kind) })) : undefined
  }
}

function namedOf({ Name, Id, TypeId, AdditionalId }: DeepPartial<NamedElement>): Named {
  const main = Id === undefined ? [] : [{ id: Id, kind: TypeId?.V ?? '' }]
  const others = (AdditionalId ?? []).map((one) => ({ id: one.Id ?? '', kind: one.Type?.V ?? '' }))
  return { name: Name ?? '', idents: [...main, ...others] }
}

function wholeName({ givenName, middleName, familyName }: NonNullable<Address['person']>): string {
  return [givenName, middleName ?? '', familyName].filter((name) => name !== '').join(' ')
}

// An AppRec has the whole name in one; the last word is taken for the family name.
function personOf({ name, idents }: Named): NonNullable<Address['person']> {
  const cut = name.lastIndexOf(' ')
  return { givenName: name.slice(0, Math.max(cut, 0)), familyName: name.slice(cut + 1), idents }
}
