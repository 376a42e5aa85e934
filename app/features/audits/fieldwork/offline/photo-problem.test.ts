import { expect, test } from 'vitest';

import { limits } from './model.ts';
import { photoProblem } from './photo-problem.ts';

test.each([
  { type: 'image/jpeg', size: 1, says: undefined },
  { type: 'image/webp', size: limits.photo, says: undefined },
  { type: 'image/jpeg', size: 0, says: 'is empty' },
  { type: 'image/png', size: limits.photo + 1, says: 'larger than 10 MB' },
  { type: 'application/pdf', size: 10, says: 'is not a JPEG' },
  { type: 'image/heic', size: 10, says: 'is not a JPEG' },
  { type: '', size: 10, says: 'is not a JPEG' },
])('a file of type "$type" with $size bytes: $says', ({ says, ...file }) => {
  const said = photoProblem(file);
  if (says === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(says);
});
