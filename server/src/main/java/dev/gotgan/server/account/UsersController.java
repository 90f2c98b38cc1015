package dev.gotgan.server.account;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The installation's accounts, for admins.
@RestController
final class UsersController {
    private final KeepAccounts keep;

    UsersController(KeepAccounts keep) {
        this.keep = keep;
    }

    record NewUserRequest(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean isAdmin) {}

    /// What to change; what is absent or null stays.
    record UserChange(
            @Nullable String name,
            @Nullable String password,
            @Nullable Boolean isAdmin,
            @Nullable Boolean disabled) {}

    record AccountView(int id, String email, String name, boolean isAdmin, boolean disabled, Instant createdAt) {
        static AccountView of(Account account) {
            return new AccountView(
                    account.id().value(),
                    account.email(),
                    account.name(),
                    account.admin(),
                    account.state() == Account.State.DISABLED,
                    account.created());
        }
    }

    @GetMapping("/api/v1/users")
    @Requires(Rule.ADMIN)
    ResponseEntity<List<AccountView>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer cursor,
            HttpServletRequest request) {
        int most = Listing.limit(limit);
        var page = keep.page(cursor == null ? null : id(cursor), most);
        var next = page.size() < most ? null : page.getLast().id().toString();
        return Listing.page(page.stream().map(AccountView::of).toList(), next, request);
    }

    @PostMapping("/api/v1/users")
    @Requires(Rule.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    AccountView make(@RequestBody NewUserRequest wanted, Actor actor) {
        return AccountView.of(keep.make(wanted, actor));
    }

    @PutMapping("/api/v1/users/{user_id}")
    @Requires(Rule.ADMIN)
    AccountView change(@PathVariable("user_id") int user, @RequestBody UserChange change, Actor actor) {
        return AccountView.of(keep.change(id(user), change, actor));
    }

    @DeleteMapping("/api/v1/users/{user_id}")
    @Requires(Rule.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable("user_id") int user,
            @RequestParam(name = "new_owner", required = false) @Nullable Integer newOwner,
            Actor actor) {
        keep.remove(id(user), newOwner, actor);
    }

    private static UserId id(int user) {
        if (user <= 0) {
            throw new Refused(Code.NOT_FOUND, "There is no such account.");
        }
        return new UserId(user);
    }
}
