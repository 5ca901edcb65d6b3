/** When a service is ready: a list of named conditions, each of which must hold. */

export type Condition = {
  /** What must hold, said as a fact: 'connected', 'register is current'. */
  readonly name: string
  check(): boolean | Promise<boolean>
  /** It is told when it does not hold, and the service is ready all the same: somebody should look, soon. */
  readonly isWarning?: true
}

export type Readiness = {
  readonly isReady: boolean
  readonly failing: readonly string[]
  /** Absent when there are none. */
  readonly warnings?: readonly string[]
}

/** Longer than any honest check, shorter than a probe waits. */
const checkTimeoutMs = 1_000

/** Asks all conditions at once; one that throws or takes longer than a second does not hold. */
export async function readiness(conditions: readonly Condition[]): Promise<Readiness> {
  const held = await Promise.all(conditions.map(holds))
  const broken = conditions.filter((_, index) => held[index] !== true)
  const namesOf = (found: readonly Condition[]) => found.map(({ name }) => name)
  const failing = namesOf(broken.filter(({ isWarning }) => isWarning !== true))
  const warnings = namesOf(broken.filter(({ isWarning }) => isWarning === true))
  return { isReady: failing.length === 0, failing, ...(warnings.length > 0 && { warnings }) }
}

async function holds(condition: Condition): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), checkTimeoutMs)
  try {
    return await Promise.race([condition.check(), late.promise])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
