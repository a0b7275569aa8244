import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import type { Facts } from '../../kernel/facts.ts';
import { hashText } from '../../kernel/links.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { startOfDay, type Instant } from '../../kernel/time.ts';
import { daysAfter, todayOf } from '../dates.ts';
import { unitAmong } from '../places.ts';
import type {
  CheckCertificateData,
  ContactFloatingData,
  FloatingCommand,
  FloatingStep,
  RegisterFloatingData,
} from './commands.ts';
import { floatingStream, type FloatingEvent, type FloatingState, type RegisteredMember } from './floating.ts';
import { periodAfter, periodOf } from './periods.ts';

/** What a floating member's registration may be refused for, and the capability that says so. */
export const floatingRefusals = {
  'floating-lacking': 'VOL-06',
  'floating-registered': 'VOL-06',
  'floating-not-registered': 'VOL-06',
  'floating-unit-unfit': 'VOL-06',
  'contact-not-missed': 'VOL-06',
  'certificate-too-long': 'VOL-06',
  'certificate-expired': 'VOL-06',
  'certificate-missing': 'VOL-06',
  'certificate-used': 'VOL-06',
  'certificate-holds': 'VOL-06',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(floatingRefusals);
type Decided = Decision<FloatingEvent>;

/** Everything that a decision on a registration has before it. */
interface Desk {
  readonly rules: NonNullable<VolunteeringRules['floating']>;
  readonly setting: Setting;
}

const endOf = (lastDay: string, { model }: Setting): Instant => startOfDay(daysAfter(lastDay, 1), model.workingTime);

/** A contact is due by the end of the last of so many days. */
const contactBy = ({ rules, setting }: Desk): Instant =>
  endOf(daysAfter(todayOf(setting), rules.contactEvery), setting);

/**
 * One is registered with one unit at a time; whoever moves on is taken off the register there first. Which unit that is, is not
 * said: whoever asks may not know.
 */
function register(
  state: FloatingState | undefined,
  { person, unit, from }: RegisterFloatingData,
  facts: Facts,
  desk: Desk,
): Decided {
  if (state?.stage === 'registered') return refuse('floating-registered', { ids: [person] });
  const territory = unitAmong(desk.rules.units, unit, facts)?.territories[0];
  if (territory === undefined) return refuse('floating-unit-unfit', { ids: [unit] });
  const day = todayOf(desk.setting);
  return accept({ type: 'FloatingRegistered', data: { unit, territory, from, day, contactBy: contactBy(desk) } });
}

const placeOf = ({ unit, territory }: RegisteredMember) => ({ unit, territory });

function contact(state: RegisteredMember, { note }: ContactFloatingData, desk: Desk): Decided {
  const day = todayOf(desk.setting);
  return accept({ type: 'FloatingContacted', data: { ...placeOf(state), note, day, contactBy: contactBy(desk) } });
}

/** Comes by itself when a contact was not made in time; once, until one is made. */
function missContact(state: RegisteredMember, { setting }: Desk): Decided {
  const { id, missed, contactBy: due } = state;
  if (missed || setting.at < due) return refuse('contact-not-missed', { ids: [id], params: { due } });
  return accept({ type: 'ContactMissed', data: { ...placeOf(state), contactBy: due } });
}

/** Under this key a certificate is one person's alone. The record keeps its hash, not its number. */
const claimOf = (mark: string): string => `certificate/${mark}`;

/** And under this key its use in a period, which nobody lets go: who shows it next may have had it of somebody else. */
const useOf = (mark: string, period: string): string => `certificate-use/${mark}/${period}`;

/** Looks at a certificate: it must still be good, for no longer than one can be, and be nobody else's. */
function checkCertificate(
  state: RegisteredMember,
  { person, number, until }: CheckCertificateData,
  desk: Desk,
): Decided {
  const { rules, setting } = desk;
  const day = todayOf(setting);
  const ids = [person];
  if (until <= day) return refuse('certificate-expired', { ids });
  if (until > daysAfter(day, rules.certificateDays)) {
    return refuse('certificate-too-long', { ids, params: { days: rules.certificateDays } });
  }
  const mark = hashText(`${setting.model.id}\n${number.toUpperCase()}`);
  const was = state.certificate?.mark;
  const expiresAt = startOfDay(until, setting.model.workingTime);
  const other = was === undefined || was === mark ? {} : { was };
  return {
    ...accept({ type: 'CertificateChecked', data: { ...placeOf(state), mark, until, expiresAt, day, ...other } }),
    claims: was === mark ? [] : [{ key: claimOf(mark), owner: floatingStream(person) }],
    releases: was === undefined || was === mark ? [] : [claimOf(was)],
  };
}

/** A certificate is used once in a period, whichever paper it is and whoever shows it, and not when it has expired. */
function useCertificate(state: RegisteredMember, { rules, setting }: Desk): Decided {
  const { id, certificate, used } = state;
  const ids = [id];
  if (certificate === undefined) return refuse('certificate-missing', { ids });
  if (setting.at >= certificate.expiresAt) return refuse('certificate-expired', { ids });
  const day = todayOf(setting);
  const period = periodOf(day, rules.usePeriod);
  if (used !== undefined && period <= used) {
    return refuse('certificate-used', { ids, params: { next: periodAfter(used, rules.usePeriod) } });
  }
  return {
    ...accept({ type: 'CertificateUsed', data: { ...placeOf(state), period, day } }),
    claims: [{ key: useOf(certificate.mark, period), owner: floatingStream(id) }],
  };
}

/** Comes by itself on the day from which the certificate is not good any more. */
function expireCertificate(state: RegisteredMember, { setting }: Desk): Decided {
  const { id, certificate } = state;
  if (certificate === undefined) return refuse('certificate-missing', { ids: [id] });
  if (setting.at < certificate.expiresAt) return refuse('certificate-holds', { ids: [id] });
  const { mark } = certificate;
  return {
    ...accept({ type: 'CertificateExpired', data: { ...placeOf(state), mark } }),
    releases: [claimOf(mark)],
  };
}

function deregister(state: RegisteredMember, { setting }: Desk): Decided {
  const mark = state.certificate?.mark;
  return {
    ...accept({ type: 'FloatingDeregistered', data: { ...placeOf(state), day: todayOf(setting) } }),
    releases: mark === undefined ? [] : [claimOf(mark)],
  };
}

function decideStep(state: RegisteredMember, command: FloatingStep, desk: Desk): Decided {
  switch (command.type) {
    case 'ContactFloating':
      return contact(state, command.data, desk);
    case 'MissContact':
      return missContact(state, desk);
    case 'CheckCertificate':
      return checkCertificate(state, command.data, desk);
    case 'UseCertificate':
      return useCertificate(state, desk);
    case 'ExpireCertificate':
      return expireCertificate(state, desk);
    case 'DeregisterFloating':
      return deregister(state, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to the registration of a floating member. */
export function decideFloating(
  state: FloatingState | undefined,
  command: FloatingCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.volunteering?.floating;
  const ids = [command.data.person];
  if (rules === undefined) return refuse('floating-lacking', { ids });
  const desk = { rules, setting };
  if (command.type === 'RegisterFloating') return register(state, command.data, facts, desk);
  return state?.stage === 'registered' ? decideStep(state, command, desk) : refuse('floating-not-registered', { ids });
}
