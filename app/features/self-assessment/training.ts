import { z } from 'zod';

import training from '#db/reference/training-modules.json' with { type: 'json' };

import type { TrainingModule } from './model.ts';

/** The training catalogue and which criteria each module serves (domain 4.3). */
export const trainingModules: readonly TrainingModule[] = z
  .array(z.object({ code: z.string(), title: z.string(), criteria: z.array(z.string()).min(1) }))
  .parse(training.modules);
