/** Sounds that writers of another script, or in a hurry, take for one another; looked for in this order. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^[wv]/, 'P'],
  [/^y/, 'Y'],
  [/x/g, 'KS'],
  [/[cszj]h/g, 'S'],
  [/[kgq]h|ck/g, 'K'],
  [/[td]h/g, 'T'],
  [/[pbv]h/g, 'P'],
  [/[cg](?=[eiy])/g, 'S'],
  [/[szj]/g, 'S'],
  [/[ckgq]/g, 'K'],
  [/[td]/g, 'T'],
  [/[pbfv]/g, 'P'],
  [/w(?=[aeiou])/g, 'P'],
  [/m(?=P)/g, 'N'],
  [/h$/, ''],
  [/h/g, 'H'],
  [/l/g, 'L'],
  [/m/g, 'M'],
  [/n/g, 'N'],
  [/r/g, 'R'],
  [/([A-Z])\1+/g, '$1'],
  [/[aeiouwy]/g, ''],
];

/** The consonants of a word by their kind of sound: "MHMT" of Mohammed, Muhammad and "mhmd". Total. */
export const skeletonOf = (word: string) =>
  sounds.reduce((bones, [sound, kind]) => bones.replace(sound, kind), word);
