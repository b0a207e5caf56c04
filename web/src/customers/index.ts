export { Customer } from './Customer'
export { Customers } from './Customers'
