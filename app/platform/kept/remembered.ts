import { within } from '../operation/within.ts';

/** `everyMs`: how old an answer may be before the next is asked for. `lost`: what is known when none came. */
type Means<T> = { everyMs: number; withinMs?: number; lost: (known: T) => T };

/**
 * The last answer to a question, for whoever may not wait for one: it is told at once, and asked for anew behind them when it
 * is old. Before the first answer nothing is known.
 */
export class Remembered<T> {
  #known: T;
  #askedAt: number | undefined;
  #answered = false;
  readonly #ask: () => Promise<T>;
  readonly #means: Means<T>;

  constructor(nothing: T, ask: () => Promise<T>, means: Means<T>) {
    this.#known = nothing;
    this.#ask = ask;
    this.#means = means;
  }

  /** What is known, never waited for. `at` in milliseconds of a clock that only goes forward. */
  told(at = performance.now()): T {
    if (this.#askedAt === undefined || at - this.#askedAt >= this.#means.everyMs) void this.renewed(at);
    return this.#known;
  }

  /** The same for those who may wait for a first answer, and for that alone. */
  async known(): Promise<T> {
    return this.#answered ? this.told() : this.renewed();
  }

  /** Asked for now, and told when it came: for those who changed it. */
  async renewed(at = performance.now()): Promise<T> {
    this.#askedAt = at;
    try {
      const answer = await within(this.#means.withinMs ?? 10_000, this.#ask());
      // Whoever asked later knows better.
      if (this.#askedAt === at) this.#known = answer;
      this.#answered = true;
    } catch {
      if (this.#askedAt === at) this.#known = this.#means.lost(this.#known);
    }
    return this.#known;
  }
}
