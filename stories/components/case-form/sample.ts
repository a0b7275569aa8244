import { commandId, type Refusal } from '@keting/domain';
import type { Receipt } from '@keting/runtime';
import type { CaseDraft } from '../../../packages/components/src/case-form/draft.ts';
import { inventedGrids } from '../grid-picker/invented-grids.ts';

/** Sixty invented micro-grids; those who look after them are invented too. */
export const grids = inventedGrids().map((grid, at) => ({
  ...grid,
  staff: `由${['林某某', '陈某某', '王某某', '张某某'][at % 4] ?? ''}负责`,
}));

const first = grids[6]?.code ?? '';

/** A report that can be sent as it is. */
export const whole: Partial<CaseDraft> = {
  class: 'manhole-cover',
  answers: { danger: 'cracked' },
  place: { grid: first },
  address: '邮亭路 26 号门前',
  text: '井盖碎裂，晚上骑车很危险，已经有人摔过一次。',
};

const id = commandId.parse('01890000-0000-7000-8000-000000000001');

export const taken: Receipt = { ok: true, id, number: '2026-1122-0417', at: 0, events: [] };

export const refused = (code: string, rule: string): Receipt => {
  const refusal: Refusal = { code, rule, ids: [], params: {} };
  return { ok: false, id, refusal };
};

/** A photo drawn on the spot. */
export async function photo(colour: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 240;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 320, 240);
    context.fillStyle = 'rgba(255, 255, 255, 0.5)';
    context.beginPath();
    context.arc(160, 130, 70, 0, Math.PI * 2);
    context.fill();
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg');
  });
  return new File(blob ? [blob] : [], '现场.jpg');
}
