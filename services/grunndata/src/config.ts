/** What the environment says to Grunndata: only what it says to every service. */
import { ServiceConfig } from '@budstikka/service'

export const Config = ServiceConfig
export type Config = ServiceConfig
