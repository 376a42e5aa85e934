/** How many steps the model tests take in all; the four machines share them. The whole walk: MODEL_STEPS=10000. */
const steps = Number(process.env['MODEL_STEPS'] ?? 600);

export const stepsEach = Math.ceil(steps / 4);

/** Steps of one walk; a fault is easier to read in a short one. */
export const walk = 25;

export const walks = Math.ceil(stepsEach / walk);

/** A walk of the whole length takes its time: some twentieth of a second a step, and a quiet machine. */
export const patience = 60_000 + stepsEach * 400;
