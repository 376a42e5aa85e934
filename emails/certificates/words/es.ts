import type { OwnWords } from './kinds.ts';

const whileSuspended = [
  'El certificado impreso dice «{suspended}» y el registro público lo muestra. Hasta que se levante, no use el certificado ni la marca, y no diga que está certificada.',
  'Resuelva el asunto y envíe las pruebas. Si la suspensión no se levanta a más tardar el {day}, el certificado se retira.',
];

const appealOpen =
  'Si cree que es un error, puede apelar hasta el {day}. Lo verán personas que no participaron en la decisión.';

/** Not yet reviewed by a native reader. */
export const es: OwnWords = {
  certificate: 'Certificado {number}',
  why: 'Recibe este mensaje porque se ocupa del certificado de su agencia.',
  steps: {
    see: 'Ver su certificado',
    todo: 'Ver qué hay que hacer',
    decision: 'Leer la decisión',
    appeal: 'Ver su apelación',
    claims: 'Ver dónde lo muestra',
    misuse: 'Ver lo que se anotó',
  },
  reasons: {
    open_major_finding: 'Se está corrigiendo un hallazgo mayor',
    special_audit: 'Hay una auditoría especial en curso',
    fees_charged: 'Se cobraron tasas a trabajadores',
    documents_withheld: 'Se retuvieron documentos de trabajadores',
    critical_finding: 'Un hallazgo crítico',
    late_corrective_action: 'Una corrección llegó demasiado tarde',
    audit_refused: 'Se rechazó una auditoría',
    surveillance_not_held: 'La auditoría anual no se hizo a tiempo',
    licence_lost: 'La licencia del Estado se perdió o se suspendió',
    levy_unpaid: 'No se pagó la cuota anual',
    claims_misused: 'El certificado se usó indebidamente en público',
    own_request: 'A petición del propio reclutador',
    suspension_unresolved: 'Una suspensión no se resolvió',
    fraud: 'Fraude',
    forced_labour: 'Se probó trabajo forzoso',
    licence_revoked: 'La licencia del Estado fue revocada',
  },
  mails: {
    issued: {
      heading: 'es válido hasta el {until}',
      text: [
        'Su agencia tiene ahora el certificado {number}. Es válido hasta el {until}, y el registro público lo dice a quien pregunte.',
        'Cubre las oficinas y los corredores que nombra. No es una licencia del Estado ni responde por un empleo concreto: no lo ponga en ofertas de empleo. Los subagentes no pueden usarlo.',
        'Descárguelo y muestre su código a sus socios. Cada año hay una auditoría, y no todas se anuncian; la renovación debe terminar a más tardar el {until}.',
      ],
      step: 'see',
    },
    suspended: {
      heading: 'su certificado está suspendido',
      text: ['El certificado {number} está suspendido desde el {since}. El motivo:'],
      after: whileSuspended,
      step: 'todo',
    },
    suspended_graver: {
      heading: 'sigue suspendido, por un motivo más grave',
      text: [
        'El certificado {number} está suspendido desde el {since}. La suspensión continúa desde ese día, por un motivo más grave:',
      ],
      after: whileSuspended,
      step: 'todo',
    },
    watched: {
      heading: 'su certificado está bajo vigilancia',
      text: ['El certificado {number} sigue en vigor y está bajo vigilancia desde el {since}. El motivo:'],
      after: [
        'El registro público muestra la vigilancia con este motivo, y el certificado impreso dice «{active_under_watch}». La vigilancia termina cuando desaparece su motivo; lo que no se resuelve a tiempo puede llevar a una suspensión.',
      ],
      step: 'see',
    },
    cleared: {
      heading: 'la vigilancia ha terminado',
      text: [
        'El certificado {number} está en vigor sin vigilancia desde el {since}. El certificado impreso vuelve a decir «{active}»; el historial del registro público conserva la vigilancia.',
      ],
      step: 'see',
    },
    reinstated: {
      heading: 'su certificado vuelve a ser válido',
      text: [
        'La suspensión del certificado {number} se levantó el {since}. Gracias por resolver el asunto.',
        'El registro público le muestra de nuevo como certificado. La suspensión queda en su historial, con el día en que terminó. Puede usar el certificado y la marca como antes.',
        'No tiene que hacer nada. El certificado es válido hasta el {until}.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'su certificado se ha retirado',
      text: ['El certificado {number} está retirado desde el {since}. El motivo:'],
      after: [
        'El certificado impreso dice «{withdrawn}» y el registro público lo muestra. Desde hoy, quite el certificado y la marca de todas partes y no diga que está certificada. Lo que prometió a los trabajadores sigue vigente.',
      ],
      open: appealOpen,
      step: 'decision',
    },
    withdrawn_graver: {
      heading: 'sigue retirado, por un motivo más grave',
      text: [
        'El certificado {number} está retirado desde el {since}. Lo que se supo después da a la retirada, desde ese día, un motivo más grave:',
      ],
      after: ['El registro público da ahora este motivo, y de él depende cuándo puede solicitarlo de nuevo.'],
      open: appealOpen,
      step: 'decision',
    },
    ends: {
      heading: 'su certificado termina {in}',
      text: [
        'El certificado {number} vale hasta el {day} inclusive. Al día siguiente, el registro público dice que ha vencido.',
        'Antes de ese día debe concederse un certificado de un nuevo ciclo. Hable de la recertificación con su organismo auditor.',
      ],
      step: 'see',
    },
    will_be_withdrawn: {
      heading: 'suspendido, se retirará {in}',
      text: [
        'La suspensión del certificado {number} no se ha resuelto. El {day} el certificado se retira definitivamente.',
        'Resuelva el asunto y envíe las pruebas, para que la suspensión pueda levantarse antes de ese día.',
      ],
      step: 'see',
    },
    will_be_suspended: {
      heading: 'su certificado se suspenderá {in}',
      text: [
        'La cuota anual del certificado {number} está pendiente. Si no se paga, el certificado se suspende el {day}.',
        'Pague la cuota antes de ese día y nada cambia.',
      ],
      step: 'see',
    },
    licence_will_suspend: {
      heading: 'su certificado se suspenderá {in}',
      text: [
        'La licencia estatal en la que se apoya el certificado {number} vence. Si antes no se confirma otra válida, el certificado se suspende el {day}.',
        'Registre la licencia renovada, o una nueva para el mismo país, y haga que su autoridad o el programa la confirme antes de ese día. Entonces nada cambia.',
      ],
      step: 'see',
    },
    surveillance_will_suspend: {
      heading: 'su certificado se suspenderá {in}',
      text: [
        'La auditoría de seguimiento del certificado {number} no se hizo en su plazo. Si no se hace antes, el certificado se suspende el {day}.',
        'Acuerde los días con su entidad de auditoría y déjela entrar. Una vez hecha la auditoría, nada cambia. Si la entidad no viene, escriba al programa: puede dar más tiempo.',
      ],
      step: 'see',
    },
    expired: {
      heading: 'su certificado ha vencido',
      text: [
        'El certificado {number} valía hasta el {day} inclusive. El registro público dice ahora que ha vencido.',
        'Deje de usar el certificado y la marca. La página de su certificado dice si puede restablecerse.',
      ],
      step: 'see',
    },
    scope_reduced: {
      heading: 'el alcance de su certificado se ha reducido',
      text: ['El certificado {number} sigue como está y cubre menos desde el {since}. Ya no cubre:'],
      after: [
        'El registro público lo muestra. No diga que está certificada para lo que salió del alcance. Las versiones anteriores se conservan, con sus días.',
      ],
      open: 'Si cree que es un error, un responsable de su agencia puede apelar hasta el {day}. El alcance reducido vale hasta que decidan personas que no participaron, salvo que dejen vigente el anterior entretanto.',
      closed: 'Es consecuencia de su apelación: se desestimó, y la reducción vuelve a contar.',
      step: 'see',
    },
    scope_audited: {
      heading: 'primero se audita el alcance mayor',
      text: [
        'Lo que pidió debe verse en el lugar. Su organismo auditor planifica la auditoría con ustedes, y el comité de decisión responde después. Hasta entonces, el certificado {number} cubre lo que cubre ahora.',
      ],
      step: 'see',
    },
    scope_extended: {
      heading: 'el alcance de su certificado se ha ampliado',
      text: [
        'Se ha concedido lo que pidió. El registro público muestra ya el alcance ampliado del certificado {number}.',
      ],
      step: 'see',
    },
    scope_refused: {
      heading: 'se ha rechazado el alcance mayor',
      text: [
        'Lo que pidió no se ha concedido. El certificado {number} cubre lo que cubría antes. Puede pedirlo de nuevo.',
      ],
      step: 'see',
    },
    transfer_declined: {
      heading: 'el organismo no asume su certificado',
      text: [
        '{body} no asume el certificado {number}. Sigue con su organismo auditor, como antes. Puede pedírselo a otro.',
      ],
      step: 'see',
    },
    recertification_opened: {
      heading: 'auditoría de renovación: {due}',
      text: [
        'El certificado {number} termina el {day}. Empiezan ahora los meses en que puede renovarse.',
        'Si la auditoría de recertificación se hace a más tardar el {due}, el certificado siguiente empieza al terminar este y no se pierde ningún día.',
      ],
      step: 'see',
    },
    recertification_late: {
      heading: 'la auditoría de recertificación se retrasa',
      text: [
        'La auditoría de recertificación debía hacerse a más tardar el {due} y no se ha hecho. El certificado {number} termina el {day}.',
        'Si se hace ahora, el certificado siguiente empieza el día en que se concede. Sin una decisión antes del final, el certificado vence.',
      ],
      step: 'see',
    },
    claim_registered: {
      heading: 'puede mostrarlo',
      text: [
        'Puede mostrar el certificado {number} como pidió: {place}. El registro público indica este uso mientras el certificado está en vigor.',
      ],
      step: 'claims',
    },
    claim_refused: {
      heading: 'se rechazó un uso',
      text: ['No puede mostrar el certificado {number} como pidió: {place}.'],
      step: 'claims',
    },
    claim_ended: {
      heading: 'deje de mostrarlo',
      text: [
        'El certificado {number} no cuenta ahora. Retírelo hoy: {place}. Si vuelve a estar en vigor, pídalo de nuevo.',
      ],
      step: 'claims',
    },
    claim_withdrawn: {
      heading: 'el esquema retira un uso',
      text: ['Ya no puede mostrar el certificado {number} aquí: {place}. Retírelo hoy.'],
      step: 'claims',
    },
    claim_misused: {
      heading: 'se anotó un uso indebido',
      text: ['El {day} se vio que el certificado {number} se usaba más allá de lo que cubre: {place}.'],
      after: [
        'Retírelo o corríjalo hoy. Es un hallazgo sobre el indicador B.1.6, declaraciones públicas veraces: su equipo auditor lo plantea y usted responde con un plan, como a cualquier otro. El programa puede suspender el certificado por ello.',
      ],
      step: 'misuse',
    },
    appeal_lodged: {
      heading: 'tenemos su apelación',
      text: [
        'Su apelación ha llegado. A más tardar el {since} sabrá si está completa, y a más tardar el {due} cómo la resuelven personas que no participaron en la decisión. Hasta entonces vale lo decidido, salvo que concedan una suspensión de sus efectos.',
      ],
      step: 'appeal',
    },
    appeal_acknowledged: {
      heading: 'su apelación está completa',
      text: [
        'Su apelación está completa y la tienen personas que no participaron en la decisión. Le responderán a más tardar el {due}.',
      ],
      step: 'appeal',
    },
    stay_granted: {
      heading: 'se suspenden los efectos de la decisión',
      text: [
        'Hasta que se resuelva su apelación, el certificado está como estaba antes de la decisión. El registro público ya lo muestra.',
      ],
      step: 'appeal',
    },
    stay_refused: {
      heading: 'no se suspenden los efectos de la decisión',
      text: ['Lo decidido vale hasta que se resuelva su apelación, a más tardar el {due}.'],
      step: 'appeal',
    },
    appeal_upheld: {
      heading: 'se ha estimado su apelación',
      text: ['La decisión ya no vale. La página de su certificado muestra lo que sigue.'],
      step: 'appeal',
    },
    appeal_upheld_again: {
      heading: 'se ha estimado su apelación',
      text: [
        'El rechazo ya no vale. El comité de decisión vuelve a decidir sobre lo que pidió a más tardar el {due}; nadie que votó el rechazo vota de nuevo. No tiene que hacer nada, y le escribiremos cuando se decida.',
      ],
      step: 'appeal',
    },
    appeal_dismissed: {
      heading: 'se ha desestimado su apelación',
      text: [
        'Lo decidido vale definitivamente. Si sus efectos estaban suspendidos, vuelven a contar desde hoy.',
      ],
      step: 'appeal',
    },
  },
};
