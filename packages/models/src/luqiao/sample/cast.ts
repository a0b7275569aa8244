import { register, type InventedPerson, type Register } from '../../sample/register.ts';
import type { Random } from '../../sample/random.ts';
import type { SampleAppointment, SamplePost, SampleUnit } from './district.ts';

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

  /** Adds a unit, set up long ago unless said. */
  unit({ from = '2010-01-01', ...unit }: Omit<SampleUnit, 'from'> & Partial<Pick<SampleUnit, 'from'>>): void {
    this.units.push({ ...unit, from });
  }

  appoint(unit: string, post: SamplePost, person: string, terms: Terms = {}): void {
    const { from = '2017-04-01', ...rest } = terms;
    this.appointments.push({ unit, post, person, from, ...rest });
    if ((post === 'secretary' || post === 'director') && rest.until === undefined) this.heads.set(unit, person);
  }

  /** Appoints people not met before. */
  fill(unit: string, post: SamplePost, count: number, from: string): string[] {
    const people = Array.from({ length: count }, () => this.newcomer());
    for (const person of people) this.appoint(unit, post, person, { from });
    return people;
  }

  /** Who heads a unit now: its secretary or director. Asking for a unit without one is a mistake and throws. */
  headOf(unit: string): string {
    const head = this.heads.get(unit);
    if (head === undefined) throw new RangeError(`${unit} has no head`);
    return head;
  }
}
