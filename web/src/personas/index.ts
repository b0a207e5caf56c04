export { PersonaPage } from './PersonaPage'
export { Personas } from './Personas'
