/** A dashboard as a page without a script: its rows and panels in their places, in the colours of a dark wall. */
import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard'

export type Size = { readonly width: number; readonly height: number }

/** Told apart by people who do not see all colours (Okabe and Ito). */
export const colours = ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#f0e442', '#d55e00', '#0072b2', '#999999'] as const

export const boxOf = ({ width, height }: Size) => `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`

export const pageWidth = 1_240
const columns = 24
const rowHeight = 30
const padding = 10
const titleHeight = 24

const style = `
html { overflow: hidden }
body { margin: 0; padding: 10px 12px; background: #111217; color: #ccccdc; font: 12px/1.35 Inter, system-ui, sans-serif; width: ${pageWidth}px }
h1 { font-size: 17px; font-weight: 500; margin: 2px 4px 8px } h1 small { color: #8e8e99; font-size: 12px; margin-left: 12px }
h2 { font-size: 12px; font-weight: 500; margin: 0 } main { position: relative }
section, header { position: absolute; box-sizing: border-box; overflow: hidden }
section { background: #181b1f; border: 1px solid #25282e; border-radius: 2px; padding: 5px ${padding}px }
header { font-size: 14px; font-weight: 500; padding: 6px 4px }
section b { display: block; font-size: 28px; font-weight: 500; color: #73bf69; text-align: center; margin-top: 8px }
table { border-collapse: collapse; width: 100% } th { text-align: left; color: #6e9fff; font-weight: 500 }
th, td { padding: 2px 8px 2px 0; white-space: nowrap; max-width: 300px; overflow: hidden; text-overflow: ellipsis; border-bottom: 1px solid #25282e; font-variant-numeric: tabular-nums }
svg { display: block; fill: #ccccdc; font-size: 11px }`

/** `draw`: what stands below the title of a panel, in the room that is left for it. */
export function pageOf(dashboard: Dashboard, draw: (panel: Panel, size: Size) => string): string {
  const drawn = (dashboard.panels ?? []).map((panel) => {
    const { x = 0, y = 0, w = columns, h = 1 } = panel.gridPos ?? {}
    const [left, top] = [(x * pageWidth) / columns, y * rowHeight]
    const [width, height] = [(w * pageWidth) / columns - 6, h * rowHeight - 6]
    const place = `style="left:${left}px;top:${top}px;width:${width}px;height:${height}px"`
    if (!('targets' in panel)) return `<header ${place}>${escaped(panel.title ?? '')}</header>`
    const size = { width: width - 2 * padding - 2, height: height - titleHeight - 12 }
    return `<section ${place}><h2>${escaped(panel.title ?? '')}</h2>${draw(panel, size)}</section>`
  })
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><style>${style}</style></head><body>
<h1>${escaped(dashboard.title ?? '')}<small>${escaped(dashboard.description ?? '')}</small></h1><main>${drawn.join('\n')}</main></body></html>`
}

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
