/** What is remembered of each prescription: how it stands, its M1, its M10s, and for how long. */
import { receiptDeadlineMs } from '@budstikka/service'
import type { Store, Table } from '@budstikka/transport'
import { gyldige, type Resept } from './resept.ts'
import type { State } from './state.ts'

/** Documents as XML, by the MsgId of the melding. */
export type Documents = Readonly<Record<string, string>>

/** `retentionMs`: how long a closed or recalled one is kept, simulated time. */
export function openResepter(store: Store, { retentionMs }: { readonly retentionMs: number }) {
  const resepter = store.table('resepter')
  const m1er = store.table('m1')
  const m10er = store.table('m10')
  const one = (id: string | undefined): Resept | undefined => {
    const text = id === undefined ? undefined : resepter.get(id)
    return text === undefined ? undefined : JSON.parse(text)
  }
  /** As long as the prescription may be asked for. */
  const documentsUntil = ({ utloper }: Resept) => utloper + retentionMs
  return {
    one,
    documentsUntil,
    all: (ids: readonly string[]): readonly Resept[] => ids.flatMap((id) => one(id) ?? []),
    m1: (id: string) => m1er.get(id),
    m1er: (resepter: readonly Resept[]) => documents(m1er, resepter),
    /** Of the dispensings that are not annulled. */
    m10er: (resept: Resept) => documents(m10er, gyldige(resept)),
    save(resept: Resept, { m1, m10 }: Pick<State, 'm1' | 'm10'>) {
      resepter.put(resept.id, JSON.stringify(resept), keptUntil(resept, retentionMs))
      if (m1 !== undefined) m1er.add(resept.id, m1, documentsUntil(resept))
      if (m10 !== undefined) m10er.add(m10.id, m10.xml, documentsUntil(resept))
    },
    /**
     * What has expired is deleted some days later: the clock may strike while a melding of the days before, up to the deadline of its
     * receipt, is still on its way.
     */
    forgetBefore(now: number) {
      for (const table of [resepter, m1er, m10er]) table.deleteBefore(now - receiptDeadlineMs)
    }
  }
}

function documents(table: Table, of: readonly { readonly id: string }[]): Documents {
  const entries = of.flatMap(({ id }) => {
    const xml = table.get(id)
    return xml === undefined ? [] : [[id, xml] as const]
  })
  return Object.fromEntries(entries)
}

/** Expiry deletes what nobody is dispensing; what has ended is kept for a while (ERDOK: its length is not public). */
function keptUntil({ status, utloper, endret }: Resept, retentionMs: number): number {
  switch (status) {
    case 'E':
      return utloper
    case 'U':
    case 'B':
      return Number.MAX_SAFE_INTEGER
    case 'R':
    case 'T':
    case 'A':
      return endret + retentionMs
  }
}
