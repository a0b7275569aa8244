import * as z from 'zod/mini';
import { fact, type FactReader } from '../../kernel/facts.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { serviceRecordRow, type ServiceRecordRow } from './records.ts';

/** What a person did in a year, as it was recorded. */
export const serviceIn = fact<readonly ServiceRecordRow[]>()<[person: PersonId, year: string]>('serviceIn');

const readService: FactReader = async (source, person, year): Promise<readonly ServiceRecordRow[]> =>
  z.array(serviceRecordRow).parse(await source.find('service-records', { person: String(person), year: String(year) }));

export const serviceReportFacts = { serviceIn: readService } satisfies Readonly<Record<string, FactReader>>;
