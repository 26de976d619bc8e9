import type { Provenance } from '../../picture/provenance.ts'

/** No model was trained for these pictures: rules drew them. */
export const drawnByRules: Provenance = { source: 'algorithmicMedia', tool: 'Redcliff animatic' }
