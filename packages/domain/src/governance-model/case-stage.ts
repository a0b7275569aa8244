// Apart from the model, so that who only reads cases does not carry the schema of a whole governance model.
import * as z from 'zod/mini';
import { caseStages } from './case-flow.ts';

/** One of the stages of a case, by its name; any other name is refused. */
export const caseStage = z.enum(caseStages);
