/** The events of Fastlegeregisteret's feed, named as its own contracts have them (NorskHelsenett/NHNDtoContracts, FlrEvents). */
import { z } from 'zod'

export const flrEvents = [
  'ContractCreated',
  'ContractUpdated',
  'ContractCanceled',
  'GPOnContractCreated',
  'GPOnContractUpdated',
  'GPOnContractDeleted',
  'PatientOnContractCreated',
  'PatientOnContractUpdated',
  'PatientOnContractCanceled',
  'PatientNinChanged',
  'OutOfOfficeLocationCreated',
  'OutOfOfficeLocationUpdated',
  'OutOfOfficeLocationDeleted'
] as const

/** First and last day, yyyy-mm-dd; absent where it is not told. */
export const Period = z.strictObject({ From: z.iso.date().optional(), To: z.iso.date().optional() })

/** What it is about by its keys; of a patient also what is different. Whoever follows asks for the rest. */
export const Fastlegehendelse = z.object({
  sekvensnummer: z.number().int().min(1),
  type: z.enum(flrEvents),
  GPContractId: z.string(),
  HprNumber: z.string().optional(),
  OutOfOfficeLocationId: z.string().optional(),
  PatientNIN: z.string().optional(),
  /** The number that the patient had before. */
  FormerPatientNIN: z.string().optional(),
  Period: Period.optional(),
  BeginCode: z.string().optional(),
  EndCode: z.string().optional()
})
export type Fastlegehendelse = z.infer<typeof Fastlegehendelse>
