/** How many steps the one house of all four machines takes. The whole way: MODEL_STEPS=10000. */
export const houseSteps = Number(process.env['MODEL_STEPS'] ?? 300);

/** The same walk each time, so that where it has to come is no matter of luck; another one with MODEL_SEED. */
export const houseSeed = Number(process.env['MODEL_SEED'] ?? 20_261_127);

/** A quarter for each machine by itself, which goes deeper there. */
export const stepsEach = Math.max(150, Math.ceil(houseSteps / 4));

/** Steps of one walk; a fault is easier to read in a short one. */
export const walk = 25;

export const walks = Math.ceil(stepsEach / walk);

/** A walk of the whole length takes its time: some fiftieth of a second a step, and a quiet machine. */
export const patienceFor = (steps: number) => 60_000 + steps * 400;
export const patience = patienceFor(stepsEach);

/** Long enough that chance comes everywhere: then every state has to be seen. */
export const wholeWay = houseSteps >= 10_000;
