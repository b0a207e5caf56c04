import { Compass, Database, House, Map as MapIcon, Settings, UserRound, Users } from 'lucide-react'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { RoomDoor } from '../frame'

/** A screen and its address below `/w/:workspace`; its parts are read with `useParams`. */
interface View {
  path: string
  screen: LazyExoticComponent<ComponentType>
}

/** Every view is a file of its own in the bundle, fetched when it is first shown. */
export const views: View[] = [
  { path: '', screen: lazy(() => import('../home').then(room => ({ default: room.Home }))) },
  { path: 'maps', screen: lazy(() => import('../maps').then(room => ({ default: room.Maps }))) },
  { path: 'maps/bin', screen: lazy(() => import('../maps').then(room => ({ default: room.Bin }))) },
  { path: 'maps/:map', screen: lazy(() => import('../map').then(room => ({ default: room.Map }))) },
  { path: 'personas', screen: lazy(() => import('../personas').then(room => ({ default: room.Personas }))) },
  {
    path: 'personas/:persona',
    screen: lazy(() => import('../personas').then(room => ({ default: room.PersonaPage }))),
  },
  { path: 'explore', screen: lazy(() => import('../explore').then(room => ({ default: room.Funnel }))) },
  { path: 'explore/funnel', screen: lazy(() => import('../explore').then(room => ({ default: room.Funnel }))) },
  { path: 'explore/flow', screen: lazy(() => import('../explore').then(room => ({ default: room.Flow }))) },
  { path: 'explore/paths', screen: lazy(() => import('../explore').then(room => ({ default: room.Paths }))) },
  { path: 'explore/variants', screen: lazy(() => import('../explore').then(room => ({ default: room.Variants }))) },
  { path: 'customers', screen: lazy(() => import('../customers').then(room => ({ default: room.Customers }))) },
  { path: 'customers/one', screen: lazy(() => import('../customers').then(room => ({ default: room.Customer }))) },
  { path: 'sources', screen: lazy(() => import('../sources').then(room => ({ default: room.SourcesPage }))) },
  { path: 'sources/import', screen: lazy(() => import('../sources').then(room => ({ default: room.ImportPage }))) },
  { path: 'sources/imports', screen: lazy(() => import('../sources').then(room => ({ default: room.ImportsPage }))) },
  {
    path: 'sources/:source/refused',
    screen: lazy(() => import('../sources').then(room => ({ default: room.RefusedPage }))),
  },
  { path: 'settings', screen: lazy(() => import('../settings').then(room => ({ default: room.Settings }))) },
]

/** In the order of the side bar. A room without content yet is not in it: no dead ends. */
export const rooms: RoomDoor[] = [
  { path: '', label: 'Home', icon: House },
  { path: 'maps', label: 'Maps', icon: MapIcon },
  { path: 'personas', label: 'Personas', icon: Users },
  { path: 'explore', label: 'Explore', icon: Compass },
  { path: 'customers', label: 'Customers', icon: UserRound },
  { path: 'sources', label: 'Sources', icon: Database },
]

/** At the foot of the side bar. */
export const footRooms: RoomDoor[] = [{ path: 'settings', label: 'Settings', icon: Settings }]
