/** Prescriptions and dispensings with all who are told of them (M1, M10, M6, M8.1) reach at least 30 % of the floor that carries the same. */
import { claimShareOfFloor } from './measure/share-of-floor.ts'
import { prescriptionPlan } from './measure/world-run.ts'

await claimShareOfFloor('prescriptions', { planOf: prescriptionPlan })
