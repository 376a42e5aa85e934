import { limits, photoTypes } from './model.ts';

const kinds: readonly string[] = photoTypes;

/** Why a file is no photo, said while its person still stands where it was taken. */
export function photoProblem({ type, size }: Pick<File, 'type' | 'size'>) {
  if (!kinds.includes(type)) return 'is not a JPEG, PNG or WebP picture and was not kept.';
  if (size === 0) return 'is empty and was not kept. Take it again.';
  return size > limits.photo ? 'is larger than 10 MB and was not kept. Make it smaller first.' : undefined;
}
