package dev.sojourn.server.customers.web;

import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.server.customers.CustomerJourney;
import dev.sojourn.server.insight.CustomerPage;
import dev.sojourn.server.insight.Insights;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Customer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspaces/{workspace}")
class CustomersController {

  private final Workspaces workspaces;
  private final Insights insights;

  CustomersController(Workspaces workspaces, Insights insights) {
    this.workspaces = workspaces;
    this.insights = insights;
  }

  /// A page of customers.
  record CustomerList(
      long total, List<CustomerPage.CustomerLine> customers, @Nullable String next) {}

  @GetMapping("/customers")
  CustomerList list(
      @PathVariable String workspace,
      @RequestParam(name = "q", defaultValue = "") String begins,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "LATEST") UnitPage.Order order) {
    UnitPage page =
        new UnitPage(order, limit, CustomerPage.position(cursor), wanted(workspace, begins));
    CustomerPage found =
        CustomerPage.of(
            insights.inside(
                workspace,
                new Spec.Summary(EventFilter.ALL, Period.ALWAYS),
                new Count.All(),
                page,
                () -> false));
    return new CustomerList(found.total(), found.customers(), found.next());
  }

  private @Nullable Predicate<String> wanted(String workspace, String begins) {
    if (begins.isEmpty()) {
      return null;
    }
    // A customer with several identifiers is found by each of them.
    Set<String> merged = workspaces.require(workspace).mergedCustomers(id -> id.startsWith(begins));
    return id -> id.startsWith(begins) || merged.contains(id);
  }

  @GetMapping("/customer")
  CustomerJourney one(
      @PathVariable String workspace,
      @RequestParam String id,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(required = false) @Nullable String cursor)
      throws IOException {
    if (limit < 1 || limit > UnitPage.MAX_LIMIT) {
      throw new RefusedException(
          "limit", limit + " is not a number from 1 to " + UnitPage.MAX_LIMIT + ".");
    }
    Customer customer =
        workspaces.require(workspace).customer(id, limit, CustomerJourney.position(cursor));
    if (customer == null) {
      throw new NotFoundException("customer", id);
    }
    return CustomerJourney.of(customer);
  }
}
