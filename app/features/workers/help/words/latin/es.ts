import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const es: HelpWords = {
  title: 'Quién puede ayudarle',
  lead: 'Usted puede pedir ayuda. Es su derecho. Llame o vaya usted mismo, y diga su nombre solo si quiere.',
  where: '¿En qué país está?',
  inCountry: 'Ayuda en {country}',
  otherCountry: 'Otro país',
  what: '¿Qué necesita?',
  anything: 'Cualquier ayuda',
  topics: {
    hotline: 'Teléfono de ayuda',
    resource_centre: 'Centro para trabajadores migrantes',
    consulate: 'Embajada o consulado',
    union: 'Sindicato',
    shelter: 'Lugar seguro donde quedarse',
    legal_aid: 'Ayuda legal',
  },
  call: 'Llamar al {number}',
  page: 'Abrir su página',
  address: 'Dirección',
  open: 'Abierto',
  speaks: 'Idiomas que hablan',
  free: 'Gratis: llamar o ir no cuesta nada',
  notFree: 'Puede costar dinero',
  checked: 'Comprobado el {day}',
  source: 'Dónde lo leímos',
  example: 'Solo un ejemplo. No es un lugar real.',
  none: 'Todavía no conocemos a nadie aquí.',
  noneMeans:
    'Eso no quiere decir que nadie pueda ayudar. Pregunte en la embajada de su país o en un sindicato donde está.',
  more: 'Más',
  before: 'Volver',
  languages: 'Idiomas',
  check: 'Comprobar una agencia',
  leave: 'Salir de esta página',
};
