import type { BulletinRules } from '../governance-model/street-work-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { standingsOf, unitOf, type Facts } from '../kernel/facts.ts';
import { within } from '../kernel/ids.ts';
import { hashText } from '../kernel/links.ts';
import { refuseBy, type RefusalCatalogue } from '../kernel/refusal.ts';
import type { BulletinEvent, BulletinState } from './bulletin.ts';
import type { BulletinCommand, BulletinData } from './commands.ts';

/** What a bulletin may be refused for, and the capability that says so. */
export const bulletinRefusals = {
  'bulletin-lacking': 'CASE-15',
  'bulletin-exists': 'CASE-15',
  'bulletin-unknown': 'CASE-15',
  'bulletin-withdrawn': 'CASE-15',
  'bulletin-unit-unfit': 'CASE-15',
  'bulletin-post-unknown': 'CASE-15',
  'bulletin-not-addressed': 'CASE-15',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(bulletinRefusals);
type Decided = Decision<BulletinEvent>;

function publishBulletin(
  data: BulletinData<'PublishBulletin'>,
  rules: BulletinRules,
  facts: Facts,
  { model }: Setting,
): Decided {
  const unit = facts(unitOf(data.unit));
  const over = (territory: string): boolean => within(territory, data.territory);
  if (unit === undefined || !rules.units.includes(unit.kind) || !unit.territories.some(over)) {
    return refuse('bulletin-unit-unfit', { ids: [data.unit], params: { territory: data.territory } });
  }
  const { post } = data;
  if (post !== undefined && ![...model.posts, ...model.grids.posts].some(({ id }) => id === post)) {
    return refuse('bulletin-post-unknown', { params: { post } });
  }
  const { bulletin: _, ...published } = data;
  return accept({ type: 'BulletinPublished', data: published });
}

/** A key that tells one reader of one bulletin from another, and does not say who it is. */
const receiptKey = (bulletin: string, reader: string): string => `bulletin-read/${hashText(`${bulletin} ${reader}`)}`;

/** Each reader counts once, as a claim that the first receipt holds and no later one gets; one who does not hold the post that it is addressed to does not count. */
function readBulletin(
  state: BulletinState,
  { bulletin, reader }: BulletinData<'ReadBulletin'>,
  facts: Facts,
  { at, id }: Setting,
): Decided {
  const { post, territory } = state;
  const meant = ({ post: held, territories }: { post: string; territories: readonly string[] }): boolean =>
    held === post && territories.some((one) => within(territory, one) || within(one, territory));
  if (post !== undefined && !facts(standingsOf(reader, at)).some(meant)) {
    return refuse('bulletin-not-addressed', { ids: [bulletin], params: { post } });
  }
  return {
    events: [{ type: 'BulletinRead', data: { territory } }],
    claims: [{ key: receiptKey(bulletin, reader), owner: `bulletin-read/${id}` }],
  };
}

/** Decides what may happen to a bulletin. */
export function decideBulletin(
  state: BulletinState | undefined,
  command: BulletinCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const { bulletin } = command.data;
  const rules = setting.model.bulletins;
  if (rules === undefined) return refuse('bulletin-lacking', { ids: [bulletin] });
  if (command.type === 'PublishBulletin') {
    return state === undefined
      ? publishBulletin(command.data, rules, facts, setting)
      : refuse('bulletin-exists', { ids: [bulletin] });
  }
  if (state === undefined) return refuse('bulletin-unknown', { ids: [bulletin] });
  if (state.stage === 'withdrawn') return refuse('bulletin-withdrawn', { ids: [bulletin] });
  switch (command.type) {
    case 'ReadBulletin':
      return readBulletin(state, command.data, facts, setting);
    case 'WithdrawBulletin':
      return accept({ type: 'BulletinWithdrawn', data: { reason: command.data.reason } });
    default:
      return unreachable(command);
  }
}
