/** What every key-value bucket promises. */
import { expect, it } from 'vitest'
import type { Bucket, BucketChange } from './bus.ts'
import type { World } from './bus.contract.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const show = (change: BucketChange) =>
  change.type === 'put'
    ? `${change.key}=${new TextDecoder().decode(change.value)}`
    : `${change.type} ${'key' in change ? change.key : ''}`

/** Watches until so many changes were seen; `during` runs when the watch is current. */
async function watch(bucket: Bucket, count: number, during?: () => Promise<void>): Promise<string[]> {
  const seen: string[] = []
  for await (const change of bucket.watch(new AbortController().signal)) {
    seen.push(show(change))
    if (change.type === 'isCurrent') await during?.()
    if (seen.length >= count) break
  }
  return seen
}

export function bucketContract(open: () => Promise<World>): void {
  const inBucket = (name: string, test: (bucket: Bucket, same: Bucket) => Promise<void>) =>
    it(name, async () => {
      await using world = await open()
      await using one = await world.connect('one')
      await using two = await world.connect('two')
      await test(await one.bucket('register'), await two.bucket('register'))
    })

  inBucket('what one puts another gets', async (bucket, same) => {
    await bucket.put('part.1', bytes('a'))
    expect(Array.from((await same.get('part.1')) ?? [])).toEqual(Array.from(bytes('a')))
    expect(await same.get('part.2')).toBeUndefined()
  })

  inBucket('what was deleted is gone', async (bucket, same) => {
    await bucket.put('k', bytes('a'))
    await bucket.delete('k')
    expect(await same.get('k')).toBeUndefined()
  })

  inBucket('a watch of an empty bucket is current at once', async (bucket) => {
    expect(await watch(bucket, 1)).toEqual(['isCurrent '])
  })

  inBucket(
    'a watch tells the last value of each key, then that it is current, then what changes',
    async (bucket, same) => {
      await bucket.put('a', bytes('0'))
      await bucket.putAll([
        ['a', bytes('1')],
        ['b', bytes('2')]
      ])
      const change = async () => {
        await same.put('b', bytes('3'))
        await same.delete('a')
      }
      expect(await watch(bucket, 5, change)).toEqual(['a=1', 'b=2', 'isCurrent ', 'b=3', 'delete a'])
    }
  )

  inBucket('many entries are put at once', async (bucket) => {
    await bucket.putAll(Array.from({ length: 3_000 }, (_, index) => [`part.${index}`, bytes('x')] as const))
    expect((await watch(bucket, 3_001)).at(-1)).toBe('isCurrent ')
  })
}
