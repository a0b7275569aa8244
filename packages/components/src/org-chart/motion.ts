/** One movement at a time: calls `step` with a share from 0 to 1 on each frame, eased out, until 1. */
export class Motion {
  private frame = 0;

  /** Starts a movement of so many milliseconds in place of the one under way; one of no length ends at once. */
  run(milliseconds: number, step: (share: number) => void): void {
    this.stop();
    if (milliseconds <= 0) {
      step(1);
      return;
    }
    let start: number | undefined;
    const tick = (now: number): void => {
      start ??= now;
      const share = Math.min(1, (now - start) / milliseconds);
      this.frame = share < 1 ? requestAnimationFrame(tick) : 0;
      step(1 - (1 - share) ** 3);
    };
    this.frame = requestAnimationFrame(tick);
  }

  /** True while a movement is under way. */
  get moves(): boolean {
    return this.frame !== 0;
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}
