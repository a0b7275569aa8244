import { commandId, type GovernanceModel, type Language, type Refusal } from '@keting/domain';
import { newId, type Attached, type Desk, type Receipt } from '@keting/runtime';
import type { LitElement } from 'lit';
import { keepFile, type HostAttach } from '../case-parts/keep-file.ts';
import type { NameOf } from '../case-parts/name-of.ts';
import type { Photo } from '../photo-field/photo.ts';
import { request } from '../base/command-event.ts';
import { personsIn } from '../base/refusal-text.ts';
import { DeskNames } from '../deliberation-board/desk-names.ts';
import { dataOf, faultsIn, proposed, type Action, type ActionField, type ActionName } from './actions.ts';
import { KtCaseChangedEvent } from './case-page.events.ts';
import { refused, sorted, type Doing } from './doing.ts';

/** What stands around the steps of a case; read anew at each use. */
export interface Around {
  readonly desk: Desk | undefined;
  readonly model: GovernanceModel | undefined;
  /** Id of the case that is shown. */
  readonly case: string | undefined;
  readonly attach: HostAttach | undefined;
  readonly nameOf: NameOf | undefined;
}

/** The step that a person takes on a case: its form as it is filled in, sent, refused and taken up again. */
export class Steps {
  /** The step that is open. */
  doing: Doing | undefined;
  /** The step that has just been taken, or waits on this device. */
  said: { readonly type: ActionName; readonly queued: boolean } | undefined;

  private readonly host: LitElement;
  private readonly around: () => Around;
  /** Reads the case anew, after a step has changed it. */
  private readonly reload: () => Promise<void>;
  /** What was filled in and left, by step, until it is sent or the case or the person changes. */
  private readonly drafts = new Map<ActionName, Doing>();
  /** Those who changed the case while somebody filled in a form. */
  private changers: DeskNames | undefined;

  constructor(host: LitElement, around: () => Around, reload: () => Promise<void>) {
    this.host = host;
    this.around = around;
    this.reload = reload;
  }

  /** Nothing of one case, and nothing of one person, stays for the next. */
  clear(): void {
    this.show(undefined);
    this.drafts.clear();
    this.said = undefined;
    this.changers = undefined;
  }

  /** What can be read has a line: then nothing waits for one any more. */
  online(): void {
    if (this.said?.queued === true) this.say(undefined);
  }

  /** What a person is called in a conflict: that they were erased, the page's name for them, or the desk's. */
  nameOfPerson(id: string, language: Language): string | undefined {
    const elsewhere = this.around().nameOf?.(id, 'person');
    return this.changers ? this.changers.person(id, language, elsewhere) : elsewhere;
  }

  /** Opens a step, as it was left if it has been open before. */
  async begin(action: Action): Promise<void> {
    const id = this.around().case;
    if (id === undefined || this.doing?.sending === true) return;
    this.putAside();
    this.say(undefined);
    const begun = { filled: proposed(action), photos: [], command: this.newCommand() };
    const kept = this.drafts.get(action.type) ?? begun;
    this.show({ ...kept, case: id, action, complaints: new Map(), trouble: undefined, sending: false });
    if (action.fields.length === 0) await this.submit();
    await this.host.updateComplete;
    const [first] = action.fields;
    if (first) this.control(first.name)?.focus();
  }

  fill(name: ActionField['name'], value: string | readonly Photo[]): void {
    const { doing } = this;
    if (!doing) return;
    const complaints = new Map([...doing.complaints].filter(([path]) => path !== name));
    const filled = typeof value === 'string' ? { filled: { ...doing.filled, [name]: value } } : { photos: value };
    this.change(doing.command, { ...filled, complaints });
  }

  async cancel(): Promise<void> {
    const { doing } = this;
    if (!doing || doing.sending) return;
    this.putAside();
    this.show(undefined);
    await this.host.updateComplete;
    this.control(`do-${doing.action.type}`)?.focus();
  }

  async submit(): Promise<void> {
    const { doing } = this;
    const { model, case: id } = this.around();
    if (!doing || doing.sending || model === undefined || id !== doing.case) return;
    const { command } = doing;
    const data = dataOf(doing.action, doing.case, doing.filled);
    const faults = faultsIn(doing.action.type, data, model);
    if (faults.length > 0) {
      await this.complain(command, sorted(doing, faults));
      return;
    }
    this.change(command, { sending: true, trouble: undefined, complaints: new Map() });
    try {
      await this.send(doing, data);
    } catch {
      this.change(command, { sending: false, trouble: 'lost' });
    }
  }

  private show(doing: Doing | undefined): void {
    this.doing = doing;
    this.host.requestUpdate();
  }

  private say(said: typeof this.said): void {
    this.said = said;
    this.host.requestUpdate();
  }

  private newCommand(): string {
    return this.around().desk?.newId() ?? newId();
  }

  private putAside(): void {
    if (this.doing) this.drafts.set(this.doing.action.type, this.doing);
  }

  private control(id: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  /** Changes what is being done, if it is still what `command` was made for. */
  private change(command: string, change: Partial<Doing>): void {
    if (this.doing?.command === command) this.show({ ...this.doing, ...change });
  }

  private async send(doing: Doing, data: Record<string, unknown>): Promise<void> {
    const { action, photos, command } = doing;
    const kept = await this.keepPhotos(photos);
    // Whoever acts here now has not asked for this.
    if (this.doing?.command !== command) return;
    const unkept = kept.find((one) => !one.ok);
    if (unkept?.ok === false) {
      await this.takeRefusal(doing, unkept.refusal);
      return;
    }
    const files = kept.flatMap((one) => (one.ok ? [one.id] : []));
    const whole = files.length === 0 ? data : { ...data, photos: files };
    const asked = { id: commandId.parse(command), type: action.type, data: whole };
    const answer = files.length < photos.length ? undefined : request(this.host, asked);
    if (answer === undefined) this.change(command, { sending: false, trouble: 'unanswered' });
    else if (answer === 'given') this.close(doing);
    else await this.takeReceipt(doing, await answer);
  }

  /** None where nobody keeps photos. */
  private async keepPhotos(photos: readonly Photo[]): Promise<readonly Attached[]> {
    const { desk, attach } = this.around();
    const keep = keepFile(desk, attach);
    return keep === undefined ? [] : Promise.all(photos.map(({ bytes, type }) => keep(bytes, type)));
  }

  private takeReceipt(doing: Doing, receipt: Receipt): Promise<void> {
    return receipt.ok ? this.finish(doing, receipt.ok === 'queued') : this.takeRefusal(doing, receipt.refusal);
  }

  /** Puts a step's form away; false where another has taken its place meanwhile. */
  private close({ action: { type }, command }: Doing): boolean {
    if (this.doing?.command !== command) return false;
    this.show(undefined);
    this.drafts.delete(type);
    return true;
  }

  /** `queued`: it waits on this device, and nothing has changed yet. */
  private async finish(doing: Doing, queued: boolean): Promise<void> {
    const {
      case: id,
      action: { type },
    } = doing;
    const here = this.close(doing);
    if (here) this.say({ type, queued });
    if (!queued) this.host.dispatchEvent(new KtCaseChangedEvent(id, type));
    if (!here) return;
    if (!queued) await this.reload();
    await this.host.updateComplete;
    if (this.said?.type === type) this.control('said')?.focus();
  }

  /** A refusal leaves no trace: the next attempt is another command. */
  private async takeRefusal(doing: Doing, refusal: Refusal): Promise<void> {
    await this.learnChangers(refusal);
    const command = this.newCommand();
    this.change(doing.command, { sending: false, command });
    await this.complain(command, refused(doing, refusal));
  }

  /** A conflict says by whom, where the actor may see names. */
  private async learnChangers(refusal: Refusal): Promise<void> {
    const { desk } = this.around();
    const persons = personsIn(refusal);
    if (desk === undefined || persons.length === 0) return;
    const names = new DeskNames(desk);
    await names.learnPeople(persons);
    this.changers = names;
  }

  /** Says what is wrong, and puts the focus into the first field that it is about. */
  private async complain(command: string, wrong: Partial<Doing>): Promise<void> {
    this.change(command, wrong);
    await this.host.updateComplete;
    const [first] = wrong.complaints?.keys() ?? [];
    if (first !== undefined && this.doing?.command === command) this.control(first)?.focus();
  }
}
