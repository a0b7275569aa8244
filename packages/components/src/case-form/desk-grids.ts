import { grids, gridStaff, type GovernanceModel, type Language } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import { DeskNames, rowsIfAny } from '../deliberation-board/desk-names.ts';
import { formatNumber } from '../base/format.ts';

/** A grid as the form tells of it. */
export interface KnownGrid {
  readonly code: string;
  readonly name: string;
  /** Who looks after it, in words; empty where nobody is known. */
  readonly staff: string;
}

/** How names and counts become words. */
export interface StaffWording {
  readonly model: GovernanceModel;
  readonly language: Language;
  /** Words names: `由林某某负责`. */
  readonly inCharge: (names: string) => string;
}

const most = 1000;

/** Who looks after a grid: by name where the reader may see all the names, else how many hold which post. */
async function staffText(desk: Desk, code: string, { model, language, inCharge }: StaffWording): Promise<string> {
  const { rows } = await rowsIfAny(desk, gridStaff, { where: { grid: code }, limit: most });
  if (rows.length === 0) return '';
  const known = new DeskNames(desk);
  await known.learnPeople(rows.map(({ person }) => person));
  const names = rows.flatMap(({ person }) => known.of(person) ?? []);
  if (names.length === rows.length) return inCharge(names.join(language === 'en' ? ', ' : '、'));
  return model.grids.posts
    .map(({ id, label }) => ({ label: label[language], count: rows.filter(({ post }) => post === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label} ${formatNumber(count, language)}`)
    .join(' · ');
}

/** What a grid of the desk is called, and who looks after it. */
export async function gridOfDesk(desk: Desk, code: string, wording: StaffWording): Promise<KnownGrid | undefined> {
  const [found, staff] = await Promise.all([
    rowsIfAny(desk, grids, { where: { code }, limit: 1 }),
    staffText(desk, code, wording),
  ]);
  const [row] = found.rows;
  return row && { code, name: row.name, staff };
}
