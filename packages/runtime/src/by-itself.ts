import type { Instant } from '@keting/domain';
import type { Done } from './desk.ts';
import { DueSender, type Walked } from './due-sender.ts';
import { AtWork, inTurn } from './in-turn.ts';
import type { Equipment } from './equipment.ts';
import type { Clock, News } from './ports.ts';
import { ProcessRunner } from './process-runner.ts';
import { due } from './registry.ts';
import type { SendAs } from './sending.ts';
import type { Tell } from './trouble.ts';

/** Milliseconds until what could not be done for now is tried again. */
const pause = 10_000;

/** One call by the clock at a time: the soonest that was asked for. */
class Alarm {
  private at: Instant | undefined;
  private cancel = (): void => undefined;
  private readonly clock: Clock;
  private readonly call: () => void;

  constructor(clock: Clock, call: () => void) {
    this.clock = clock;
    this.call = call;
  }

  by(at: Instant): void {
    if (this.at !== undefined && this.at <= at) return;
    this.clear();
    this.at = at;
    this.cancel = this.clock.at(at, () => {
      this.at = undefined;
      this.call();
    });
  }

  clear(): void {
    this.cancel();
    this.cancel = () => undefined;
    this.at = undefined;
  }
}

/** What nobody sends: the answers of processes, and what falls due. */
export class ByItself {
  private readonly equipment: Equipment;
  private readonly processes: ProcessRunner;
  private readonly dues: DueSender;
  private readonly answering: Alarm;
  private readonly sending: Alarm;
  private readonly atWork = new AtWork();
  /** How many have started it and not stopped it again. */
  private starts = 0;

  /** Lets the processes answer all that happened; false where one is held up. */
  private readonly answer = this.atWork.noting(
    inTurn(async (): Promise<boolean> => {
      this.answering.clear();
      const answered = await this.processes.run();
      if (!answered) this.wait(this.answering, this.equipment.now() + pause);
      return answered;
    }),
  );

  /** Sends what is due. The alarm is off meanwhile, so that a commit may set it sooner than what is found here. */
  private readonly sendDue = this.atWork.noting(
    inTurn(async (): Promise<Walked> => {
      this.sending.clear();
      const walked = await this.dues.run();
      this.wait(this.sending, walked.next);
      if (walked.held) this.wait(this.sending, this.equipment.now() + pause);
      return walked;
    }),
  );

  constructor(equipment: Equipment, clock: Clock, send: SendAs, tell: Tell) {
    this.equipment = equipment;
    this.processes = new ProcessRunner(equipment, send, tell);
    this.dues = new DueSender(equipment, send, tell);
    this.answering = new Alarm(clock, () => void this.answer());
    this.sending = new Alarm(clock, () => void this.sendDue());
  }

  /** This desk has carried a command out: its processes answer, started or not. */
  noticed({ events }: Done): void {
    events.forEach(({ stream }) => {
      this.dues.moved(stream);
    });
    if (this.processes.concerns(events)) void this.answer();
  }

  async settled(): Promise<void> {
    for (let quiet = false; !quiet;) {
      const answered = await this.answer();
      const { sent, held } = await this.sendDue();
      quiet = sent === 0;
      if (quiet && (held || !answered)) throw new Error('what happens by itself is held up; onTrouble was told why');
    }
  }

  /** Catches up with what happened while nobody was here, then goes by what the store and the clock tell. */
  start(): () => Promise<void> {
    let started = true;
    this.starts += 1;
    const unfollow = [
      this.equipment.posts.follow(),
      this.equipment.store.follow((news) => {
        this.follow(news);
      }),
    ];
    void this.answer().then(() => (started ? this.sendDue() : undefined));
    return () => {
      if (started) {
        started = false;
        this.starts -= 1;
        unfollow.forEach((stop) => {
          stop();
        });
        if (this.starts === 0)
          [this.answering, this.sending].forEach((alarm) => {
            alarm.clear();
          });
      }
      return this.atWork.quiet();
    };
  }

  /** Somebody has committed, at this desk or at another on the same store. */
  private follow({ events, touched }: News): void {
    this.equipment.posts.noticed(events);
    if (this.processes.concerns(events)) void this.answer();
    for (const { view, key, after } of touched) {
      if (view !== due.name) continue;
      this.dues.moved(key);
      const at = after?.['at'];
      if (typeof at === 'number') this.wait(this.sending, at);
    }
  }

  private wait(alarm: Alarm, at: Instant | undefined): void {
    if (this.starts > 0 && at !== undefined) alarm.by(at);
  }
}
