import { Component, type ReactNode } from 'react'
import { Fault } from './Fault'

/** A screen that fails says so and can be tried again; the rest of the page goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state = { fault: undefined as unknown }

  static getDerivedStateFromError(fault: unknown) {
    return { fault }
  }

  override render() {
    if (this.state.fault === undefined) return this.props.children
    return <Fault fault={this.state.fault} again={() => this.setState({ fault: undefined })} />
  }
}
