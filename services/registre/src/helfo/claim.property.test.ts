/** Whatever is claimed: no bill is lost, nobody is granted more than is owed, and what is paid is what was granted. */
import { amountOf, contentOf, oereOf } from '@budstikka/meldinger'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bill, claim, kroner, openHelfo, receiptOf, sentIn } from './claim.examples.ts'

const oere = fc.integer({ min: 0, max: 1_000_000 })
const bills = fc.array(fc.record({ price: oere, share: oere, claimed: oere, isKnown: fc.boolean() }), {
  minLength: 1,
  maxLength: 10
})

test('random claims are granted by price and share, bill by bill', () => {
  fc.assert(
    fc.property(bills, (wanted) => {
      const { Utlevering } = bill('')
      const Enkeltregning = wanted.map(({ price, share, claimed, isKnown }, i) => {
        const Pasient = { ...Utlevering.Pasient, Egenandel: { Egenandel: amountOf(share) } }
        const Vare = Utlevering.Vare.map((one) => ({ ...one, Pris: { Pris: amountOf(price) } }))
        const made = bill(String(i), {
          SumRefusjon: amountOf(claimed),
          Utlevering: { ...Utlevering, Pasient, Vare }
        })
        return isKnown ? made : { ...made, ReseptId: 'unknown' }
      })
      const RefKrav = amountOf(wanted.reduce((sum, { claimed }) => sum + claimed, 0))
      const effects = openHelfo()(claim('1', Enkeltregning, { RefKrav }))
      const [result, payment] = sentIn(effects)
      const read = result && contentOf(result.payload, 'M22')
      const regninger = read?.type === 'content' ? read.content.Regning : []
      const granted = wanted.map(({ price, share, claimed, isKnown }) =>
        isKnown ? Math.min(claimed, Math.max(0, price - share)) : 0
      )
      expect(receiptOf(effects)).toBe('OK')
      expect(regninger.map(({ RegningsNr, Godkjent }) => [RegningsNr, oereOf(Godkjent)])).toEqual(
        granted.map((one, i) => [String(i), one])
      )
      const sum = granted.reduce((total, one) => total + one, 0)
      const paid = payment && contentOf(payment.payload, 'M23')
      expect(paid?.type === 'content' ? paid.content.Utbetalt : kroner('0.00')).toEqual(amountOf(sum))
    }),
    { numRuns: 100 }
  )
})
