/** The environment of nats-eksport. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

const UrlList = z.codec(z.string(), z.array(z.url()).min(1), {
  decode: (text) => text.split(',').map((url) => url.trim()),
  encode: (urls) => urls.join(',')
})

export const Config = ServiceConfig.extend({
  NATS_MONITOR_URLS: UrlList.default(['http://127.0.0.1:8222']).describe(
    'where the NATS servers show their figures (-m 8222), separated by commas'
  )
})
export type Config = z.infer<typeof Config>
