import { register, type InventedPerson, type Register } from '../../sample/register.ts';
import type { Random } from '../../sample/random.ts';
import type { SampleAppointment, SamplePost, SampleUnit } from './district.ts';

/** The day the living rooms open and the record begins: units, and most of who heads them, stand from then on. */
export const RECORD_BEGINS = '2018-03-01';

/** What an appointment may add to unit, post and person. */
type Terms = Partial<Pick<SampleAppointment, 'from' | 'until' | 'partTimeFrom'>>;

/** The organisation while it is being filled: units and appointments in the order they are made. */
export class Cast {
  readonly units: SampleUnit[] = [];
  readonly appointments: SampleAppointment[] = [];
  private readonly register: Register;
  private readonly heads = new Map<string, string>();

  constructor(random: Random) {
    this.register = register(random);
  }

  get people(): readonly InventedPerson[] {
    return this.register.people;
  }

  /** A person not met before; returns the id. */
  newcomer(): string {
    return this.register.add().id;
  }

  /** Adds a unit that stands when the record begins. */
  unit(unit: Omit<SampleUnit, 'from'>): void {
    this.units.push({ ...unit, from: RECORD_BEGINS });
  }

  appoint(unit: string, post: SamplePost, person: string, terms: Terms = {}): void {
    const { from = RECORD_BEGINS, ...rest } = terms;
    this.appointments.push({ unit, post, person, from, ...rest });
    if ((post === 'secretary' || post === 'director') && rest.until === undefined) this.heads.set(unit, person);
  }

  /** Appoints people not met before. */
  fill(unit: string, post: SamplePost, count: number): void {
    for (let filled = 0; filled < count; filled += 1) this.appoint(unit, post, this.newcomer());
  }

  /** Who heads a unit now: its secretary or director. Asking for a unit without one is a mistake and throws. */
  headOf(unit: string): string {
    const head = this.heads.get(unit);
    if (head === undefined) throw new RangeError(`${unit} has no head`);
    return head;
  }
}
