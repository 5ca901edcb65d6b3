/** What a panel calls a value of one of its columns: the mappings of its own overrides. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { z } from 'zod'

const Mappings = z.array(z.object({ options: z.record(z.string(), z.object({ text: z.string() })) }))

/** The value itself where the panel has no word for it. */
export function wordIn({ fieldConfig }: Panel, column: string, value: string): string {
  const properties = (fieldConfig?.overrides ?? []).flatMap((override) =>
    override.matcher.id === 'byName' && override.matcher.options === column ? override.properties : []
  )
  const mappings = properties.flatMap(({ id, value: mapped }) => (id === 'mappings' ? Mappings.parse(mapped) : []))
  return mappings.map(({ options }) => options[value]?.text).find((text) => text !== undefined) ?? value
}
